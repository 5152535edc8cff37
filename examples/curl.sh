#!/usr/bin/env bash
# bash, curl and sed. Run it while `npm start` runs, or with OUTPUTS=outputs.json after `npm run deploy`:
#   bash examples/curl.sh sign-up <username> <email>
#   bash examples/curl.sh sign-in <username>
#   bash examples/curl.sh pair-app <username>
set -euo pipefail

outputs=${OUTPUTS:-.local/outputs.json}
access_token='' refresh_token='' answer=''

# The first string value of a key in a JSON text. Enough for this API: names, sessions, tokens, codes and URLs contain
# no quotation mark.
field() { { grep -o "\"$1\" *: *\"[^\"]*\"" || true; } | sed -n '1{s/^"[^"]*" *: *"//;s/"$//;p;}'; }

# Any text as a JSON string.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "$text"
}

say() { printf '%s\n' "$1" >&2; }

# Asks for one line, into REPLY. A password is not shown while it is typed.
ask() {
  printf '%s: ' "$1" >&2
  if [[ -t 0 && $1 == *assword ]]; then
    IFS= read -rs && say ''
  else
    IFS= read -r
  fi || { say "Nobody answered \"$1\"."; exit 1; }
}

start_first='Start `npm start` first, or deploy and set OUTPUTS=outputs.json.'
[[ -e $outputs ]] || { say "There is no $outputs. $start_first"; exit 1; }
url=$(field GraphQLUrl <"$outputs")
api_key=$(field ApiKey <"$outputs")

# Sends a query with its input, and stores the answer. One credential for each request: the API key before sign-in,
# afterwards the access token. Body and header go to curl through pipes, since everybody on the machine can read a
# command line.
send() {
  local credential="x-api-key: $api_key"
  [[ $access_token ]] && credential="authorization: $access_token"
  answer=$(printf '{"query":%s,"variables":{"input":%s}}' "$(quoted "$1")" "${2:-null}" |
    curl --silent --show-error --max-time 35 --header 'content-type: application/json' --header @<(printf '%s\n' "$credential") --data-binary @- "$url") || unanswered $?
  ! grep -q '"errors" *: *\[' <<<"$answer"
}

# Exit code 7 of curl is a refused connection.
unanswered() {
  [[ $1 == 7 ]] && say "Nobody answers at $url. $start_first"
  exit 1
}

# AppSync puts `errorType` beside the message, not into `extensions`.
error_type() { field errorType <<<"$answer"; }
message() { sed -n 's/.*"message" *: *"\(\([^"\\]\|\\.\)*\)".*/\1/p' <<<"$answer"; }

refused() {
  say "$(error_type): $(message)"
  exit 1
}

# Each challenge that `respond` answers has the three fields that go back with the answer. Any other arrives with its
# __typename alone.
step='{ __typename ...on Tokens { accessToken refreshToken }'
for type in NewPasswordRequired SoftwareTokenMfa SmsMfa SmsOtp EmailOtp Password Select SelectMfaType Custom; do
  step+=" ...on ${type}Challenge { name username session }"
done
step+=' }'

# Each answer is Tokens, or the next challenge.
sign_in() {
  ask 'Password'
  send "mutation (\$input: LoginInput!) { login(input: \$input) $step }" \
    "{\"username\":$(quoted "$1"),\"password\":$(quoted "$REPLY")}" || refused
  while [[ $(field __typename <<<"$answer") != Tokens ]]; do respond; done
  access_token=$(field accessToken <<<"$answer")
  refresh_token=$(field refreshToken <<<"$answer")
}

respond() {
  local challenge=$answer name session username type member
  name=$(field name <<<"$challenge")
  username=$(field username <<<"$challenge")
  session=$(field session <<<"$challenge")
  type=$(field __typename <<<"$challenge")
  case $type in
    NewPasswordRequiredChallenge) member=newPassword && ask 'New password' ;;
    SoftwareTokenMfaChallenge) member=code && ask 'Code of the authenticator app' ;;
    SmsMfaChallenge | SmsOtpChallenge) member=code && ask 'Code of the text message' ;;
    EmailOtpChallenge) member=code && ask 'Code of the mail' ;;
    PasswordChallenge) member=password && ask 'Password' ;;
    SelectChallenge | SelectMfaTypeChallenge | CustomChallenge) member=answer && ask "Answer to $name" ;;
    *) say "This example has no answer to $type." && exit 1 ;;
  esac
  send "mutation (\$input: RespondToChallengeInput!) { respondToChallenge(input: \$input) $step }" \
    "{\"name\":\"$name\",\"username\":$(quoted "$username"),\"session\":\"$session\",\"$member\":$(quoted "$REPLY")}" && return
  # The refusals after which the same challenge may be answered again, with its session.
  case $(error_type) in
    CODE_MISMATCH | PASSWORD_POLICY | PASSWORD_REUSED) say "$(message)" && answer=$challenge ;;
    *) refused ;;
  esac
}

# What a program does when the access token is about to expire.
refresh() {
  access_token='' # an expired token is refused even here; the API key is not
  send 'mutation ($input: RefreshTokensInput!) { refreshTokens(input: $input) { accessToken refreshToken } }' \
    "{\"refreshToken\":\"$refresh_token\"}" || refused
  access_token=$(field accessToken <<<"$answer")
  local rotated # only a pool that rotates refresh tokens returns a new one
  rotated=$(field refreshToken <<<"$answer")
  refresh_token=${rotated:-$refresh_token}
}

# Ends this session, but not the user's other sessions.
sign_out() {
  send 'mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) }' "{\"refreshToken\":\"$refresh_token\"}" || refused
  access_token='' refresh_token=''
  say 'Signed out.'
}

# On the laptop the code is in the inbox; elsewhere the user enters it.
code_sent_to() {
  REPLY=''
  if [[ $url == http://localhost:* ]]; then
    REPLY=$(curl --silent --show-error --get --data-urlencode "to=$1" "${url%/graphql}/dev/inbox" | field code)
  fi
  [[ $REPLY ]] || ask 'Code of the message'
}

case "${1:-} $#" in
  'sign-up 3')
    ask 'Password'
    password=$REPLY
    send 'mutation ($input: SignUpInput!) { signUp(input: $input) { userStatus } }' \
      "{\"username\":$(quoted "$2"),\"email\":$(quoted "$3"),\"password\":$(quoted "$password")}" || refused
    code_sent_to "$3"
    send 'mutation ($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { session } }' \
      "{\"username\":$(quoted "$2"),\"password\":$(quoted "$password"),\"code\":$(quoted "$REPLY")}" || refused
    say 'Confirmed.'
    ;;
  'sign-in 2')
    sign_in "$2"
    send '{ me { username sub email emailVerified groups mfa { preferred enabled } } }' || refused
    printf '%s\n' "$answer"
    refresh
    sign_out
    ;;
  'pair-app 2')
    sign_in "$2"
    send 'mutation { associateSoftwareToken { otpauthUri } }' || refused
    say "For the app: $(field otpauthUri <<<"$answer")"
    ask 'Code of the authenticator app'
    send 'mutation ($input: VerifySoftwareTokenInput!) { verifySoftwareToken(input: $input) { status } }' \
      "{\"code\":$(quoted "$REPLY")}" || refused
    send 'mutation { setUserMfaPreference(input: { softwareToken: { enabled: true, preferred: true } }) }' || refused
    sign_out
    ;;
  *)
    say 'Usage: curl.sh sign-up <username> <email>, sign-in <username>, or pair-app <username>.'
    exit 1
    ;;
esac
