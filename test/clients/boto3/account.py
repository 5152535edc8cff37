"""A user's own account, by AWS's SDK for Python, from a new address to its end."""

from pool import cognito, newest_code, password, refused, sign_in, username

token = sign_in()["AuthenticationResult"]["AccessToken"]

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
token = sign_in("Next-1-password")["AuthenticationResult"]["AccessToken"]

cognito.delete_user(AccessToken=token)
refused("NotAuthorizedException", sign_in, secret="Next-1-password")
print("done")
