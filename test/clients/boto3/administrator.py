"""An administrator's day with a user pool, by AWS's SDK for Python. Reads the outputs of the stack and the address of the
inbox from the arguments; a failure ends it with a trace. No answer may have a shape that the service model does not know."""

import base64
import hashlib
import hmac
import json
import sys
from urllib.parse import quote
from urllib.request import urlopen

import boto3
from botocore.config import Config

outputs, inbox = (json.loads(argument) for argument in sys.argv[1:3])
cognito = boto3.client(
    "cognito-idp",
    endpoint_url=outputs["CognitoEndpoint"],
    region_name=outputs["Region"],
    aws_access_key_id="local",
    aws_secret_access_key="local",
    config=Config(retries={"max_attempts": 1}),
)
operations = set()
types = {"string": str, "integer": int, "long": int, "boolean": bool, "timestamp": (int, float), "float": (int, float)}


def fits(shape, value, path):
    """Fails for a member that the service model does not have, for one of another type and for a missing one."""
    if shape.type_name == "structure":
        assert isinstance(value, dict), path
        for name in shape.required_members:
            assert name in value, f"{path}.{name} is missing"
        for name, each in value.items():
            assert name in shape.members, f"{path}.{name} is not in the service model"
            fits(shape.members[name], each, f"{path}.{name}")
    elif shape.type_name == "list":
        for each in value:
            fits(shape.member, each, f"{path}[]")
    elif shape.type_name == "map":
        for name, each in value.items():
            fits(shape.value, each, f"{path}.{name}")
    else:
        assert isinstance(value, types[shape.type_name]), f"{path} has another type"
        enum = getattr(shape, "enum", [])
        assert not enum or value in enum, f"{path} is {value}"


def check(http_response, model, **_):
    operations.add(model.name)
    if http_response.status_code == 200 and model.output_shape is not None:
        fits(model.output_shape, json.loads(http_response.content), model.name)


cognito.meta.events.register("after-call.cognito-identity-provider", check)
cognito.meta.events.register("after-call.cognito-idp", check)


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


def known(operation):
    """Whether the SDK of this machine has an operation that is newer than others."""
    return operation in cognito.meta.service_model.operation_names


# The pool: its attributes, its tags, its plan.
pool = cognito.create_user_pool(
    PoolName="people",
    AutoVerifiedAttributes=["email"],
    AccountRecoverySetting={"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
    Policies={"PasswordPolicy": {"MinimumLength": 10}},
    UserPoolTags={"team": "red"},
)["UserPool"]
in_pool = {"UserPoolId": pool["Id"]}
cognito.add_custom_attributes(**in_pool, CustomAttributes=[{"Name": "desk", "AttributeDataType": "String", "Mutable": True}])
cognito.tag_resource(ResourceArn=pool["Arn"], Tags={"stage": "test", "team": "blue"})
cognito.untag_resource(ResourceArn=pool["Arn"], TagKeys=["stage"])
assert cognito.list_tags_for_resource(ResourceArn=pool["Arn"])["Tags"] == {"team": "blue"}
schema = [each["Name"] for each in cognito.describe_user_pool(**in_pool)["UserPool"]["SchemaAttributes"]]
assert "custom:desk" in schema, schema

# Its client, with a secret that is exchanged later.
client = cognito.create_user_pool_client(
    **in_pool, ClientName="desk", GenerateSecret=True, ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
)["UserPoolClient"]
in_client = {**in_pool, "ClientId": client["ClientId"]}


def sign_in(username, password, secret):
    digest = hmac.new(secret.encode(), f"{username}{client['ClientId']}".encode(), hashlib.sha256).digest()
    parameters = {"USERNAME": username, "PASSWORD": password, "SECRET_HASH": base64.b64encode(digest).decode()}
    return cognito.admin_initiate_auth(**in_client, AuthFlow="ADMIN_USER_PASSWORD_AUTH", AuthParameters=parameters)


# Users: invited, found, put into groups.
for username in ("ada", "grace"):
    attributes = [{"Name": "email", "Value": f"{username}@desk.example"}, {"Name": "email_verified", "Value": "true"}]
    user = cognito.admin_create_user(
        **in_pool, Username=username, UserAttributes=attributes, TemporaryPassword="Temp0rary!", MessageAction="SUPPRESS"
    )["User"]
    assert user["UserStatus"] == "FORCE_CHANGE_PASSWORD", user
assert sign_in("grace", "Temp0rary!", client["ClientSecret"])["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
ada = {**in_pool, "Username": "ada"}
cognito.admin_set_user_password(**ada, Password="Correct-horse-1", Permanent=True)
found = cognito.list_users(**in_pool, Filter='email ^= "ada@"')["Users"]
assert [each["Username"] for each in found] == ["ada"], found
cognito.create_group(**in_pool, GroupName="staff", Description="At a desk", Precedence=2)
cognito.update_group(**in_pool, GroupName="staff", Precedence=1)
cognito.admin_add_user_to_group(**ada, GroupName="staff")
assert cognito.admin_list_groups_for_user(**ada)["Groups"][0]["Precedence"] == 1
assert len(cognito.list_users_in_group(**in_pool, GroupName="staff")["Users"]) == 1
assert cognito.get_group(**in_pool, GroupName="staff")["Group"]["Description"] == "At a desk"

# Their attributes, sessions and state.
desk = [{"Name": "custom:desk", "Value": "42"}, {"Name": "nickname", "Value": "Ann"}]
cognito.admin_update_user_attributes(**ada, UserAttributes=desk)
cognito.admin_delete_user_attributes(**ada, UserAttributeNames=["nickname"])
user = {each["Name"]: each["Value"] for each in cognito.admin_get_user(**ada)["UserAttributes"]}
assert user["custom:desk"] == "42" and "nickname" not in user, user
if known("SetUserPoolSessionConfiguration"):
    cognito.set_user_pool_session_configuration(
        **in_pool, UserSessionTracking="ENABLED", TokenSession={"MaxPerUser": 5}
    )
tokens = sign_in("ada", "Correct-horse-1", client["ClientSecret"])["AuthenticationResult"]
assert cognito.get_user(AccessToken=tokens["AccessToken"])["Username"] == "ada"
if known("AdminListUserSessions"):
    [session] = cognito.admin_list_user_sessions(**ada)["Sessions"]
    cognito.admin_revoke_user_session(**ada, SessionId=session["SessionId"])
cognito.admin_user_global_sign_out(**ada)
refused("NotAuthorizedException", cognito.get_user, AccessToken=tokens["AccessToken"])
assert cognito.admin_list_devices(**ada)["Devices"] == []
cognito.admin_disable_user(**ada)
refused("NotAuthorizedException", sign_in, username="ada", password="Correct-horse-1", secret=client["ClientSecret"])
cognito.admin_enable_user(**ada)

# A reset, with the code that the user gets by mail.
cognito.admin_reset_user_password(**ada)
refused("PasswordResetRequiredException", sign_in, username="ada", password="Correct-horse-1", secret=client["ClientSecret"])
digest = hmac.new(client["ClientSecret"].encode(), f"ada{client['ClientId']}".encode(), hashlib.sha256).digest()
cognito.confirm_forgot_password(
    ClientId=client["ClientId"],
    Username="ada",
    SecretHash=base64.b64encode(digest).decode(),
    ConfirmationCode=newest_code("ada@desk.example"),
    Password="Correct-horse-2",
)
sign_in("ada", "Correct-horse-2", client["ClientSecret"])

# The secret of the client is exchanged, with both valid in between.
added = cognito.add_user_pool_client_secret(**in_client)["ClientSecretDescriptor"]
refused("LimitExceededException", cognito.add_user_pool_client_secret, **in_client)
for secret in (client["ClientSecret"], added["ClientSecretValue"]):
    sign_in("ada", "Correct-horse-2", secret)
first, second = (each["ClientSecretId"] for each in cognito.list_user_pool_client_secrets(**in_client)["ClientSecrets"])
assert second == added["ClientSecretId"]
cognito.delete_user_pool_client_secret(**in_client, ClientSecretId=first)
refused("NotAuthorizedException", sign_in, username="ada", password="Correct-horse-2", secret=client["ClientSecret"])
sign_in("ada", "Correct-horse-2", added["ClientSecretValue"])

# A resource server, whose scope the client gets; what the update leaves out is reset.
read = {"ScopeName": "read", "ScopeDescription": "See the desks"}
named = {**in_pool, "Identifier": "https://desks.example"}
refused("ScopeDoesNotExistException", cognito.update_user_pool_client, **in_client, AllowedOAuthScopes=["https://desks.example/read"])
cognito.create_resource_server(**named, Name="Desks", Scopes=[read])
cognito.update_resource_server(**named, Name="All desks", Scopes=[read])
assert cognito.describe_resource_server(**named)["ResourceServer"]["Name"] == "All desks"
assert len(cognito.list_resource_servers(**in_pool)["ResourceServers"]) == 1
machine = {"ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"], "AllowedOAuthScopes": ["https://desks.example/read"]}
updated = cognito.update_user_pool_client(**in_client, AccessTokenValidity=10, TokenValidityUnits={"AccessToken": "minutes"})
assert "ExplicitAuthFlows" not in updated["UserPoolClient"], updated
if known("GetClientToken"):
    cognito.update_user_pool_client(**in_client, **machine)
    token = cognito.get_client_token(ClientId=client["ClientId"], Secret=added["ClientSecretValue"])
    assert token["ClientAuthenticationResult"]["TokenType"] == "Bearer", token

# What the pool says of itself, and its end.
cognito.list_user_pools(MaxResults=10)
cognito.list_user_pool_clients(**in_pool, MaxResults=10)
cognito.describe_user_pool_client(**in_client)
cognito.get_user_pool_mfa_config(**in_pool)
cognito.delete_resource_server(**named)
cognito.admin_remove_user_from_group(**ada, GroupName="staff")
cognito.delete_group(**in_pool, GroupName="staff")
cognito.admin_delete_user(**ada)
refused("UserNotFoundException", cognito.admin_get_user, **ada)
cognito.delete_user_pool_client(**in_client)
cognito.delete_user_pool(**in_pool)
assert len(operations) >= 45, sorted(operations)
print("done")
