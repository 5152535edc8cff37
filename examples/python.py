"""Python, the standard library alone. Beside `npm start`, or with OUTPUTS=outputs.json after `npm run deploy`:

python3 examples/python.py sign-up <username> <email>
python3 examples/python.py sign-in <username>
python3 examples/python.py pair-app <username>
"""

import getpass
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

# The challenges that one line of input answers: the member of RespondToChallengeInput, and what to ask for.
QUESTIONS = {
    "NewPasswordRequiredChallenge": ("newPassword", "New password"),
    "SoftwareTokenMfaChallenge": ("code", "Code of the authenticator app"),
    "SmsMfaChallenge": ("code", "Code of the text message"),
    "SmsOtpChallenge": ("code", "Code of the text message"),
    "EmailOtpChallenge": ("code", "Code of the mail"),
    "PasswordChallenge": ("password", "Password"),
    "SelectChallenge": ("answer", "Which of the challenges"),
    "SelectMfaTypeChallenge": ("answer", "Which of the second factors"),
    "CustomChallenge": ("answer", "Answer"),
}

# Each of them has the three fields that go back with the answer. Any other challenge arrives with its __typename alone.
STEP = "{ __typename ...on Tokens { accessToken refreshToken } %s }" % " ".join(
    "...on %s { name username session }" % challenge for challenge in QUESTIONS
)

# The refusals after which the same challenge may be answered again, with its session.
ASK_AGAIN = {"CODE_MISMATCH", "PASSWORD_POLICY", "PASSWORD_REUSED"}

START_FIRST = "Start `npm start` first, or deploy and set OUTPUTS=outputs.json."


class ApiError(Exception):
    """An entry of `errors[]`. AppSync puts `errorType` beside the message, not into `extensions`."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.error_type = error.get("errorType")


class Api:
    """The API for one user. One credential a request: the API key before sign-in, the access token after it."""

    def __init__(self, outputs):
        self.url = outputs["GraphQLUrl"]
        self.api_key = outputs["ApiKey"]
        self.access_token = None
        self.refresh_token = None

    def send(self, query, **variables):
        """The one root field of an operation. A refusal is HTTP 200 or 4xx, and has `errors` either way."""
        headers = {"content-type": "application/json"}
        if self.access_token:
            headers["authorization"] = self.access_token  # without "Bearer"
        else:
            headers["x-api-key"] = self.api_key
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(self.url, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=35) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            if "json" not in error.headers.get_content_type():
                raise
            answer = json.load(error)
        if answer.get("errors"):
            raise ApiError(answer["errors"][0])
        return next(iter(answer["data"].values()))

    def sign_in(self, username):
        """Each answer is Tokens, or the next challenge."""
        login = {"username": username, "password": ask("Password")}
        step = self.send("mutation ($input: LoginInput!) { login(input: $input) %s }" % STEP, input=login)
        while step["__typename"] != "Tokens":
            step = self.respond(step)
        self.access_token, self.refresh_token = step["accessToken"], step["refreshToken"]

    def respond(self, challenge):
        kind = challenge["__typename"]
        if kind not in QUESTIONS:
            sys.exit(f"This example has no answer to {kind}.")
        member, question = QUESTIONS[kind]
        answer = {key: challenge[key] for key in ("name", "username", "session")} | {member: ask(question)}
        query = "mutation ($input: RespondToChallengeInput!) { respondToChallenge(input: $input) %s }" % STEP
        try:
            return self.send(query, input=answer)
        except ApiError as error:
            if error.error_type not in ASK_AGAIN:
                raise
            say(error)
            return challenge

    def refresh(self):
        """What a program does when the access token is about to expire."""
        self.access_token = None  # an expired token is refused even here; the API key is not
        query = "mutation ($input: RefreshTokensInput!) { refreshTokens(input: $input) { accessToken refreshToken } }"
        tokens = self.send(query, input={"refreshToken": self.refresh_token})
        self.access_token = tokens["accessToken"]
        self.refresh_token = tokens["refreshToken"] or self.refresh_token  # new only with rotation

    def sign_out(self):
        """Ends this session, and no other of the user."""
        self.send("mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) }", input={"refreshToken": self.refresh_token})
        self.access_token = self.refresh_token = None
        say("Signed out.")


def sign_up(api, username, email):
    user = {"username": username, "email": email, "password": ask("Password")}
    api.send("mutation ($input: SignUpInput!) { signUp(input: $input) { userStatus } }", input=user)
    confirmation = {"username": username, "password": user["password"], "code": code_sent_to(email, api.url)}
    api.send("mutation ($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { session } }", input=confirmation)
    say("Confirmed.")


def sign_in(api, username):
    api.sign_in(username)
    me = api.send("{ me { username sub email emailVerified groups mfa { preferred enabled } } }")
    print(json.dumps(me, indent=2))
    api.refresh()
    api.sign_out()


def pair_app(api, username):
    api.sign_in(username)
    app = api.send("mutation { associateSoftwareToken { otpauthUri } }")
    say(f"For the app: {app['otpauthUri']}")
    code = {"code": ask("Code of the authenticator app")}
    api.send("mutation ($input: VerifySoftwareTokenInput!) { verifySoftwareToken(input: $input) { status } }", input=code)
    api.send("mutation { setUserMfaPreference(input: { softwareToken: { enabled: true, preferred: true } }) }")
    api.sign_out()


def code_sent_to(address, url):
    """On the laptop out of the inbox, elsewhere from the person who got it."""
    if urllib.parse.urlsplit(url).hostname == "localhost":
        inbox = urllib.parse.urljoin(url, "/dev/inbox?" + urllib.parse.urlencode({"to": address}))
        with urllib.request.urlopen(inbox, timeout=5) as response:
            messages = json.load(response)
        if messages:
            return messages[0]["code"]
    return ask("Code of the message")


def ask(question):
    """Questions and remarks go to stderr, so that stdout holds the answer alone. A password is not shown while it is typed."""
    if "password" in question.lower() and sys.stdin.isatty():
        return getpass.getpass(f"{question}: ")
    print(f"{question}: ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        sys.exit(f'Nobody answered "{question}".')
    return line.rstrip("\r\n")


def say(text):
    print(text, file=sys.stderr, flush=True)


def read_outputs():
    """`.local/outputs.json` of the laptop, or the file that OUTPUTS names: a deployment's, under the stack's name."""
    path = os.environ.get("OUTPUTS", ".local/outputs.json")
    if not os.path.exists(path):
        sys.exit(f"There is no {path}. {START_FIRST}")
    with open(path, encoding="utf-8") as file:
        outputs = json.load(file)
    return outputs if "GraphQLUrl" in outputs else next(iter(outputs.values()))


COMMANDS = {"sign-up": (sign_up, 2), "sign-in": (sign_in, 1), "pair-app": (pair_app, 1)}


def main(command="", *arguments):
    run, expected = COMMANDS.get(command, (None, 0))
    if run is None or len(arguments) != expected:
        sys.exit(__doc__)
    try:
        run(Api(read_outputs()), *arguments)
    except ApiError as error:
        sys.exit(f"{error.error_type}: {error}")
    except urllib.error.URLError as error:
        if not isinstance(error.reason, ConnectionRefusedError):
            raise
        sys.exit(f"Nobody answers. {START_FIRST}")


if __name__ == "__main__":
    main(*sys.argv[1:])
