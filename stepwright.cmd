@echo off
rem Starts Stepwright from its sources: builds what is missing or stale, then runs. Untested.
setlocal
set "HOME_DIR=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo stepwright: a JDK of version 17 or newer is needed; install one and set JAVA_HOME or PATH to it. 1>&2
    exit /b 1
)

powershell -NoProfile -Command ^
    "$h = $env:HOME_DIR; $jar = Get-Item ($h + 'app\target\app-*.jar') -ErrorAction SilentlyContinue | Sort-Object LastWriteTime | Select-Object -Last 1;" ^
    "if (-not $jar -or -not (Test-Path ($h + 'app\target\lib'))) { exit 1 };" ^
    "$stamp = Get-Item ($h + 'app\target\.built') -Force -ErrorAction SilentlyContinue;" ^
    "$built = $jar.LastWriteTime; if ($stamp -and $stamp.LastWriteTime -gt $built) { $built = $stamp.LastWriteTime };" ^
    "$sources = Get-ChildItem -Recurse -Path ($h + 'pom.xml'), ($h + '*\pom.xml'), ($h + '*\src\main');" ^
    "if ($sources | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }; exit 0"
if errorlevel 1 (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo stepwright: Maven is needed to build Stepwright; install it and try again. 1>&2
        exit /b 1
    )
    echo stepwright: building; the first time takes some minutes, as Maven fetches the libraries ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -q -B -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        echo stepwright: the build failed; the lines above say why. 1>&2
        exit /b 1
    )
    popd
    type nul > "%HOME_DIR%app\target\.built"
)

rem The jar that was built last: by time, as version 0.10 comes before 0.9 by name.
set "JAR="
for /f "delims=" %%J in ('dir /b /o:d "%HOME_DIR%app\target\app-*.jar"') do set "JAR=%HOME_DIR%app\target\%%J"
"%JAVA%" -Dfile.encoding=UTF-8 -cp "%JAR%;%HOME_DIR%app\target\lib\*" org.stepwright.app.Main %*
exit /b %errorlevel%
