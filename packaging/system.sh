#!/bin/sh
# Looks for what the program needs from the system and installs it with apt where that is allowed.
#   system.sh venv PYTHON   the module that makes .venv
#   system.sh run           the libraries Qt loads; stops with one line when they cannot be had
#   system.sh test          the X screen, the mouse and LibreOffice of the tests; never stops
set -u

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true >/dev/null 2>&1
}

# install PACKAGE...: true when apt installed them all.
install() {
    may_install || return 1
    echo "Installing with apt: $*"
    log=$(mktemp)
    if { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
}

advise() {
    echo "Please run this once, then try again:  sudo apt-get install $*" >&2
}

# The library file that must be present, and the Debian package that has it.
missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)
    while read -r library package; do
        case $known in *"$library"*) ;; *) printf '%s ' "$package" ;; esac
    done <<LIST
libEGL.so.1 libegl1
libGL.so.1 libgl1
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libdbus-1.so.3 libdbus-1-3
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xinerama.so.0 libxcb-xinerama0
LIST
}

missing_tools() {
    command -v Xvfb >/dev/null 2>&1 || printf 'xvfb '
    command -v xdotool >/dev/null 2>&1 || printf 'xdotool '
    command -v soffice >/dev/null 2>&1 || printf 'libreoffice-writer '
    command -v pdftotext >/dev/null 2>&1 || printf 'poppler-utils '
    [ -n "$(find /usr/share/fonts -name 'NotoSansCJK*' 2>/dev/null | head -n 1)" ] ||
        printf 'fonts-noto-cjk '
}

case ${1:-} in
venv)
    if ! "$2" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "CX Studio needs Python 3.11 or newer; name one with: make run PYTHON=python3.12" >&2
        exit 1
    fi
    "$2" -c 'import ensurepip, venv' 2>/dev/null && exit 0
    package=$("$2" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install "$package" || { advise "$package"; exit 1; }
    ;;
run)
    [ "$(uname)" = Linux ] || exit 0  # elsewhere PySide6 brings all it needs
    packages=$(missing_libraries)
    # shellcheck disable=SC2086  # a list of package names
    [ -z "$packages" ] || install $packages || { advise "$packages"; exit 1; }
    ;;
test)
    packages=$(missing_tools)
    # shellcheck disable=SC2086
    [ -z "$packages" ] || install $packages ||
        echo "Some tests will be skipped; for all of them run:  sudo apt-get install $packages" >&2
    ;;
*)
    echo "usage: system.sh venv PYTHON | run | test" >&2
    exit 2
    ;;
esac
