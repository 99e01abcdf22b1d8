# shellcheck shell=bash
# Sourced by the scripts in this folder, which set 'root' to the project folder first. Finds Java, and
# builds the jars that a script needs.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null || fail "Beamscribe needs Java 17 or newer: there is no '$java'."

# Every JDK has its version in a file, which is faster to read than to run java.
release=$(dirname "$(dirname "$(readlink -f "$(command -v "$java")")")")/release
java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null || true)
java_version=${java_version:-17}
[ "$java_version" -ge 17 ] || fail "Beamscribe needs Java 17 or newer: '$java' is Java $java_version."

# Exists while Maven writes jars. A build that fails or is interrupted leaves it behind.
unfinished=${root:?}/target/build.unfinished

# outdated MODULE JAR...: succeeds if the module must be built before its jars can be used.
outdated() {
  local module=$1 jar
  shift
  for jar in "$@"; do
    if [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root/$module/pom.xml" \
      "$root"/{speech,transforms,pipelines,"$module"}/src/main -newer "$jar" -print -quit)" ]; then
      return 0
    fi
  done
  [ -e "$unfinished" ]
}

# build MODULE JAR...: builds the module if its jars are outdated. Only one build runs at a time, even
# for different modules, because they share the libraries below them.
build() {
  local module=$1 jar log=$root/target/build.log
  shift
  # Integration tests use the jars of the Maven build that runs them.
  [ "${BEAMSCRIBE_BUILD-}" != never ] || return 0
  outdated "$module" "$@" || return 0
  command -v mvn >/dev/null || fail "Beamscribe must be built first, and that needs Maven: there is no 'mvn'."
  mkdir -p "${log%/*}"
  exec 9>"${log%/*}/build.lock"
  if command -v flock >/dev/null; then
    flock -n 9 || { echo 'Waiting for another build of Beamscribe...' >&2; flock 9; }
  fi
  if [ -e "$unfinished" ]; then
    # Any of these jars may be incomplete.
    rm -f "$root"/runners/*/target/beamscribe-*.jar "$unfinished"
  fi
  if outdated "$module" "$@"; then
    echo 'Building Beamscribe (first use or new sources, takes a minute or two)...' >&2
    # Maven overwrites jars in place. Give it copies, so that running programs keep the files they read.
    for jar in "$root"/runners/*/target/beamscribe-*.jar; do
      [ ! -f "$jar" ] || { cp -p "$jar" "$jar.new" && mv "$jar.new" "$jar"; }
    done
    touch "$unfinished"
    if ! (cd "$root" && mvn -q -B -DskipTests -pl "$module" -am package) >"$log" 2>&1 9>&-; then
      tail -n 20 "$log" >&2
      fail "Beamscribe could not be built; the output of Maven is in $log."
    fi
    touch "$@"
    rm -f "$unfinished"
  fi
  exec 9>&-
}
