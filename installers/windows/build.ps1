# Builds Stepwright's Windows packages: a folder that runs anywhere and an .msi.
#
# UNTESTED: written beside the Linux script and never run on Windows.
#
#   powershell -ExecutionPolicy Bypass -File installers\windows\build.ps1 [-NoMsi]
#
# Results: installers\build\windows\stepwright\ and installers\build\windows\stepwright-VERSION.msi
# Builds the application with Maven first when app\target holds none.
param([switch]$NoMsi)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$out = Join-Path $root 'installers\build\windows'

function Say($text) { [Console]::Error.WriteLine("installers: $text") }

function Get-AppJar {
    Get-ChildItem (Join-Path $root 'app\target\app-*.jar') -ErrorAction SilentlyContinue |
        Sort-Object LastWriteTime -Descending | Select-Object -First 1
}

function Test-Built { (Get-AppJar) -and (Test-Path (Join-Path $root 'app\target\lib')) }

# Windows PowerShell does not stop when a program fails.
function Invoke-Tool($tool, [string[]]$arguments) {
    & $tool @arguments
    if ($LASTEXITCODE -ne 0) { Say "$tool failed with code $LASTEXITCODE."; exit 1 }
}

# ---- tools, before anything else ----
if (-not $env:JAVA_HOME) {
    $javac = Get-Command javac -ErrorAction SilentlyContinue
    if ($javac) { $env:JAVA_HOME = Split-Path (Split-Path $javac.Source) }
}
$missing = @()
foreach ($tool in 'java', 'jlink', 'jpackage', 'jdeps') {
    if (-not $env:JAVA_HOME -or -not (Test-Path "$env:JAVA_HOME\bin\$tool.exe")) {
        $missing += 'a JDK 17 or newer with jmods (set JAVA_HOME)'
        break
    }
}
if (-not $NoMsi -and -not (Get-Command candle, wix -ErrorAction SilentlyContinue)) {
    $missing += 'the WiX Toolset (or pass -NoMsi)'
}
if (-not (Test-Built) -and -not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    $missing += 'Maven'
}
if ($missing) { $missing | ForEach-Object { Say "missing: $_" }; exit 1 }

# ---- in order ----
# The launcher builds what is missing or stale, so a package never holds yesterday's program.
Invoke-Tool (Join-Path $root 'stepwright.cmd') @('--version') | Out-Null
$appJar = Get-AppJar
$version = $appJar.BaseName -replace '^app-', '' -replace '-SNAPSHOT$', ''
$javaVersion = [int]((Select-String -Path "$env:JAVA_HOME\release" -Pattern '^JAVA_VERSION="(\d+)').Matches[0].Groups[1].Value)
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $work | Out-Null
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory $out | Out-Null

try {
    Say 'staging jars without the native libraries of other systems'
    $libraries = Get-ChildItem (Join-Path $root 'app\target\lib\*.jar') | ForEach-Object FullName
    Invoke-Tool "$env:JAVA_HOME\bin\java" (@("$root\installers\StageJars.java", 'windows', 'x64', "$work\jars", $appJar.FullName) + $libraries)

    Say 'linking a Java runtime'
    $byName = 'jdk.crypto.ec,jdk.crypto.mscapi,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.unsupported,jdk.unsupported.desktop,java.net.http,java.sql,java.desktop,java.naming,java.management,java.logging,java.prefs,jdk.httpserver,jdk.net,jdk.accessibility'
    $jars = Get-ChildItem "$work\jars\*.jar" | ForEach-Object FullName
    $found = & "$env:JAVA_HOME\bin\jdeps" -q --multi-release 17 --ignore-missing-deps --print-module-deps @jars
    if ($LASTEXITCODE -ne 0) { Say 'jdeps failed.'; exit 1 }
    $compress = if ($javaVersion -ge 21) { 'zip-6' } else { '2' }
    Invoke-Tool "$env:JAVA_HOME\bin\jlink" @('--add-modules', "$found,$byName", '--no-header-files', '--no-man-pages', "--compress=$compress", '--output', "$work\runtime")

    $options = @('--java-options', '-Dfile.encoding=UTF-8')
    if ($javaVersion -ge 22) { $options += '--java-options', '--enable-native-access=ALL-UNNAMED' }
    if ($javaVersion -ge 23) { $options += '--java-options', '--sun-misc-unsafe-memory-access=allow' }
    $icon = Get-ChildItem (Join-Path $root 'assets\src\main\resources\org\stepwright\assets\icons\*.ico') -ErrorAction SilentlyContinue | Select-Object -First 1
    $iconOptions = if ($icon) { @('--icon', $icon.FullName) } else { @() }

    Say 'making the folder that runs anywhere'
    # --win-console: the same program is the command line, which needs its output to be seen.
    Invoke-Tool "$env:JAVA_HOME\bin\jpackage" (@('--type', 'app-image', '--name', 'stepwright',
        '--app-version', $version, '--description', 'A desktop workbench for process reward models',
        '--vendor', 'Stepwright contributors', '--copyright', 'Apache-2.0', '--input', "$work\jars",
        '--main-jar', $appJar.Name, '--main-class', 'org.stepwright.app.Main', '--win-console',
        '--runtime-image', "$work\runtime", '--dest', $out) + $iconOptions + $options)

    if (-not $NoMsi) {
        Say 'making the .msi'
        Invoke-Tool "$env:JAVA_HOME\bin\jpackage" (@('--type', 'msi', '--name', 'stepwright',
            '--app-version', $version, '--vendor', 'Stepwright contributors',
            '--app-image', "$out\stepwright", '--license-file', "$root\LICENSE", '--win-menu',
            '--win-shortcut', '--win-dir-chooser', '--win-per-user-install', '--dest', $out) + $iconOptions)
    }
    Say "done: $out"
} finally {
    Remove-Item -Recurse -Force $work
}
