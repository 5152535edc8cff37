"""A user's own account, by AWS's SDK for Python. Reads the outputs of the stack and a user from the arguments; a failure ends it with a trace."""

import json
import sys
from urllib.parse import quote
from urllib.request import urlopen

import boto3
from botocore import UNSIGNED
from botocore.config import Config

outputs, username, password, inbox = (json.loads(argument) for argument in sys.argv[1:5])
cognito = boto3.client(
    "cognito-idp",
    endpoint_url=outputs["CognitoEndpoint"],
    region_name=outputs["Region"],
    config=Config(signature_version=UNSIGNED, retries={"max_attempts": 1}),
)
client_id = outputs["UserPoolClientId"]


def sign_in(secret):
    answer = cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": secret},
    )
    return answer["AuthenticationResult"]


def refused(name, call, **arguments):
    try:
        call(**arguments)
    except cognito.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == name, error.response
    else:
        raise AssertionError(f"{name} was expected")


def newest_code(address):
    with urlopen(f"{inbox}?to={quote(address)}") as answer:
        return json.load(answer)[0]["code"]


token = sign_in(password)["AccessToken"]

attributes = [{"Name": "nickname", "Value": "Ann"}, {"Name": "email", "Value": f"new-{username}@example.com"}]
details = cognito.update_user_attributes(AccessToken=token, UserAttributes=attributes)["CodeDeliveryDetailsList"]
assert [(each["DeliveryMedium"], each["AttributeName"]) for each in details] == [("EMAIL", "email")], details
refused("CodeMismatchException", cognito.verify_user_attribute, AccessToken=token, AttributeName="email", Code="000000")
again = cognito.get_user_attribute_verification_code(AccessToken=token, AttributeName="email")
assert again["CodeDeliveryDetails"]["DeliveryMedium"] == "EMAIL", again
code = newest_code(f"new-{username}@example.com")
cognito.verify_user_attribute(AccessToken=token, AttributeName="email", Code=code)
refused("NotAuthorizedException", cognito.update_user_attributes, AccessToken=token, UserAttributes=[{"Name": "shoe", "Value": "9"}])
cognito.delete_user_attributes(AccessToken=token, UserAttributeNames=["nickname"])
user = {each["Name"]: each["Value"] for each in cognito.get_user(AccessToken=token)["UserAttributes"]}
assert user["email"] == f"new-{username}@example.com" and user["email_verified"] == "true" and "nickname" not in user, user

refused("NotAuthorizedException", cognito.change_password, AccessToken=token, PreviousPassword="Wrong-1-wrong", ProposedPassword="Next-1-password")
refused("InvalidPasswordException", cognito.change_password, AccessToken=token, PreviousPassword=password, ProposedPassword="too-weak")
cognito.change_password(AccessToken=token, PreviousPassword=password, ProposedPassword="Next-1-password")
token = sign_in("Next-1-password")["AccessToken"]

cognito.delete_user(AccessToken=token)
refused("NotAuthorizedException", sign_in, secret="Next-1-password")
print("done")
