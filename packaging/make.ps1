# The same two words as the Makefile, for Windows:
#   packaging\make.ps1 demo      packaging\make.ps1 test
param([ValidateSet("demo", "test")][string]$What = "demo")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

if (-not (Test-Path .venv)) {
    py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
    if ($LASTEXITCODE -ne 0) { throw "Python 3.11 or later is needed: https://www.python.org" }
    py -3 -m venv .venv
}
$python = ".venv\Scripts\python.exe"
$stamp = ".venv\installed"
$isNew = -not (Test-Path $stamp)
if ($isNew -or (Get-FileHash packaging\lock.txt).Hash -ne (Get-FileHash $stamp).Hash) {
    & $python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r packaging\lock.txt
    & $python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    Copy-Item packaging\lock.txt $stamp
}
if ($What -eq "demo") {
    if (Test-Path demo) { Remove-Item -Recurse -Force demo }
    & $python -m gbvcase demo demo
} else {
    $env:PATH = (Resolve-Path .venv\Scripts).Path + ";" + $env:PATH
    & $python -m poethepoet check
}
exit $LASTEXITCODE
