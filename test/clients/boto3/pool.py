"""What the scripts of AWS's SDK for Python share. Reads the outputs of the stack and a user from the arguments; a failure ends a script with a trace."""

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


def sign_in(secret=password):
    return cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": secret},
    )


def refused(name, call, **arguments):
    try:
        call(**arguments)
    except cognito.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == name, (call, error.response)
    else:
        raise AssertionError(f"{name} was expected of {call}")


def newest_code(address):
    with urlopen(f"{inbox}?to={quote(address)}") as answer:
        return json.load(answer)[0]["code"]
