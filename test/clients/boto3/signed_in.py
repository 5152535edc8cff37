"""What a signed-in user may do besides account.py, by AWS's SDK for Python: factors, passkeys, devices and sessions."""

import base64
import hashlib
import hmac
import json
import os
import struct
import time

from pool import client_id, cognito, password, refused, sign_in, username

signed_in = sign_in()["AuthenticationResult"]
token = signed_in["AccessToken"]
unknown_device = "eu-west-1_00000000-0000-4000-8000-000000000000"

# Every operation refuses whoever has no token of this pool, by the same name.
no_token = "eyJhbGciOiJub25lIn0.e30.x"
for call, arguments in [
    (cognito.get_user, {}),
    (cognito.update_user_attributes, {"UserAttributes": [{"Name": "nickname", "Value": "Ann"}]}),
    (cognito.delete_user_attributes, {"UserAttributeNames": ["nickname"]}),
    (cognito.get_user_attribute_verification_code, {"AttributeName": "email"}),
    (cognito.verify_user_attribute, {"AttributeName": "email", "Code": "000000"}),
    (cognito.change_password, {"PreviousPassword": password, "ProposedPassword": "Next-1-password"}),
    (cognito.delete_user, {}),
    (cognito.associate_software_token, {}),
    (cognito.verify_software_token, {"UserCode": "000000"}),
    (cognito.set_user_mfa_preference, {"SoftwareTokenMfaSettings": {"Enabled": True}}),
    (cognito.get_user_auth_factors, {}),
    (cognito.start_web_authn_registration, {}),
    (cognito.complete_web_authn_registration, {"Credential": {}}),
    (cognito.list_web_authn_credentials, {}),
    (cognito.delete_web_authn_credential, {"CredentialId": "x"}),
    (cognito.confirm_device, {"DeviceKey": unknown_device}),
    (cognito.get_device, {"DeviceKey": unknown_device}),
    (cognito.list_devices, {}),
    (cognito.update_device_status, {"DeviceKey": unknown_device}),
    (cognito.forget_device, {"DeviceKey": unknown_device}),
    (cognito.list_user_sessions, {}),
    (cognito.revoke_user_session, {"SessionId": "tkn" + "a" * 25}),
    (cognito.global_sign_out, {}),
]:
    refused("NotAuthorizedException", call, AccessToken=no_token, **arguments)


# An authenticator app.


def totp(secret, at):
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


with_app = {"Enabled": True, "PreferredMfa": True}
refused("InvalidParameterException", cognito.set_user_mfa_preference, AccessToken=token, SoftwareTokenMfaSettings=with_app)
refused("SoftwareTokenMFANotFoundException", cognito.verify_software_token, AccessToken=token, UserCode="000000")
secret = cognito.associate_software_token(AccessToken=token)["SecretCode"]
now = time.time()
right = {totp(secret, now + shift) for shift in (-30, 0, 30)}
wrong = next(code for code in ("000000", "000001", "000002", "000003") if code not in right)
refused("EnableSoftwareTokenMFAException", cognito.verify_software_token, AccessToken=token, UserCode=wrong)
assert cognito.verify_software_token(AccessToken=token, UserCode=totp(secret, time.time()))["Status"] == "SUCCESS"
cognito.set_user_mfa_preference(AccessToken=token, SoftwareTokenMfaSettings=with_app)
factors = cognito.get_user_auth_factors(AccessToken=token)
assert factors["PreferredMfaSetting"] == "SOFTWARE_TOKEN_MFA", factors
cognito.set_user_mfa_preference(AccessToken=token, SoftwareTokenMfaSettings={"Enabled": False})
assert "UserMFASettingList" not in cognito.get_user(AccessToken=token)

# A passkey, with the attestation "none" of WebAuthn and the generator of P-256 as its public key.


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def passkey(options):
    client_data = {"type": "webauthn.create", "challenge": options["challenge"], "origin": "http://localhost:4000"}
    x = bytes.fromhex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
    y = bytes.fromhex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
    # COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20" + x + b"\x22\x58\x20" + y
    credential_id = os.urandom(32)
    attested = bytes(16) + struct.pack(">H", len(credential_id)) + credential_id + key
    # Flags: user present and verified, with attested data.
    data = hashlib.sha256(options["rp"]["id"].encode()).digest() + b"\x45" + bytes(4) + attested
    # CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
    attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58" + bytes([len(data)]) + data
    return {
        "id": b64url(credential_id),
        "rawId": b64url(credential_id),
        "type": "public-key",
        "clientExtensionResults": {},
        "response": {
            "clientDataJSON": b64url(json.dumps(client_data).encode()),
            "attestationObject": b64url(attestation),
            "transports": ["internal"],
        },
    }


options = cognito.start_web_authn_registration(AccessToken=token)["CredentialCreationOptions"]
made_up = passkey({**options, "challenge": b64url(os.urandom(32))})
refused("WebAuthnChallengeNotFoundException", cognito.complete_web_authn_registration, AccessToken=token, Credential=made_up)
cognito.complete_web_authn_registration(AccessToken=token, Credential=passkey(options))
(credential,) = cognito.list_web_authn_credentials(AccessToken=token)["Credentials"]
assert credential["RelyingPartyId"] == "localhost", credential
cognito.delete_web_authn_credential(AccessToken=token, CredentialId=credential["CredentialId"])
refused("ResourceNotFoundException", cognito.delete_web_authn_credential, AccessToken=token, CredentialId=credential["CredentialId"])
assert cognito.list_web_authn_credentials(AccessToken=token)["Credentials"] == []

# The device of this sign-in.
device = signed_in["NewDeviceMetadata"]["DeviceKey"]
verifier = {"PasswordVerifier": base64.b64encode(b"\x01" + os.urandom(300)).decode(), "Salt": base64.b64encode(os.urandom(16)).decode()}
nothing = {"PasswordVerifier": base64.b64encode(b"\x01").decode(), "Salt": verifier["Salt"]}
refused("InvalidParameterException", cognito.confirm_device, AccessToken=token, DeviceKey=device, DeviceSecretVerifierConfig=nothing)
confirmed = cognito.confirm_device(AccessToken=token, DeviceKey=device, DeviceName="snake", DeviceSecretVerifierConfig=verifier)
assert confirmed["UserConfirmationNecessary"] is True, confirmed
refused("DeviceKeyExistsException", cognito.confirm_device, AccessToken=token, DeviceKey=device, DeviceSecretVerifierConfig=verifier)
cognito.update_device_status(AccessToken=token, DeviceKey=device, DeviceRememberedStatus="remembered")
attributes = {each["Name"]: each["Value"] for each in cognito.get_device(AccessToken=token, DeviceKey=device)["Device"]["DeviceAttributes"]}
assert attributes["device_name"] == "snake" and attributes["device_status"] == "valid", attributes
assert [each["DeviceKey"] for each in cognito.list_devices(AccessToken=token)["Devices"]] == [device]
cognito.forget_device(AccessToken=token, DeviceKey=device)
for call in (cognito.get_device, cognito.update_device_status, cognito.forget_device):
    refused("ResourceNotFoundException", call, AccessToken=token, DeviceKey=device)

# Sessions: another one is ended, this one cannot be.
other = sign_in()["AuthenticationResult"]
sessions = cognito.list_user_sessions(AccessToken=token)["Sessions"]
(mine,) = (each["SessionId"] for each in sessions if each["IsCurrentSession"])
(theirs,) = (each["SessionId"] for each in sessions if not each["IsCurrentSession"])
refused("InvalidParameterException", cognito.revoke_user_session, AccessToken=token, SessionId=mine)
cognito.revoke_user_session(AccessToken=token, SessionId=theirs)
refused("ResourceNotFoundException", cognito.revoke_user_session, AccessToken=token, SessionId=theirs)
refused("NotAuthorizedException", cognito.get_user, AccessToken=other["AccessToken"])

# Tokens: an access token is not revoked as a refresh token is, and what is revoked renews nothing.
fresh = sign_in()["AuthenticationResult"]
refused("UnsupportedTokenTypeException", cognito.revoke_token, Token=token, ClientId=client_id)
refused("ResourceNotFoundException", cognito.revoke_token, Token=fresh["RefreshToken"], ClientId="0" * 26)
device = fresh["NewDeviceMetadata"]["DeviceKey"]
cognito.confirm_device(AccessToken=fresh["AccessToken"], DeviceKey=device, DeviceSecretVerifierConfig=verifier)
renewal = {"RefreshToken": fresh["RefreshToken"], "ClientId": client_id, "DeviceKey": device}
assert cognito.get_tokens_from_refresh_token(**renewal)["AuthenticationResult"]["AccessToken"]
cognito.revoke_token(Token=fresh["RefreshToken"], ClientId=client_id)
refused("NotAuthorizedException", cognito.get_tokens_from_refresh_token, **renewal)
refused("NotAuthorizedException", cognito.get_user, AccessToken=fresh["AccessToken"])
cognito.global_sign_out(AccessToken=token)
refused("NotAuthorizedException", cognito.global_sign_out, AccessToken=token)
print("done")
