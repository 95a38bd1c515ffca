# Install for this user into a long folder with other letters, separate, see the window, uninstall:
# try_installer.ps1 INSTALLER PYTHON. PYTHON has the program unfrozen; its stems are what is compared with.
param([string]$Installer, [string]$Python)
$ErrorActionPreference = "Stop"
$work = Join-Path $env:TEMP "cass prüfung"
$target = Join-Path $work ("ein sehr langer Ordner für Programme " * 3).Trim()
$env:CASS_DATA = Join-Path $work "data"
$env:CASS_CACHE = Join-Path $work "cache"
New-Item -ItemType Directory -Force $work | Out-Null

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with $LASTEXITCODE" }
}

# /D= is the last argument and has no quotes, whatever is in it
$install = Start-Process $Installer -ArgumentList "/S /D=$target" -Wait -PassThru
if ($install.ExitCode -ne 0) { throw "the installer ended with $($install.ExitCode)" }
$key = "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\CassStudio"
if ((Get-ItemProperty $key).InstallLocation -ne $target) { throw "it is not listed where it lies" }
if ((Get-ItemProperty "HKCU:\Software\Classes\.cass").'(default)' -ne "CassStudio.Project") { throw "projects do not open" }

Invoke-Checked $Python "resources/demo/make_demo_movie.py", (Join-Path $work "movie")
$movie = Join-Path $work "movie\demo.mov"
Invoke-Checked (Join-Path $target "cass.exe") "separate", $movie, "-o", (Join-Path $work "frozen")
Remove-Item -Recurse -Force $env:CASS_CACHE # so that faces are looked for anew
Invoke-Checked $Python "-m", "cass_core", "separate", $movie, "-o", (Join-Path $work "unfrozen")
Invoke-Checked $Python "installers/same_samples.py", (Join-Path $work "frozen"), (Join-Path $work "unfrozen")

$window = Start-Process (Join-Path $target "cass-studio.exe") -ArgumentList "`"$movie`"" -PassThru
Start-Sleep 30
$window.Refresh()
if ($window.HasExited -or $window.MainWindowHandle -eq 0) { throw "there is no window" }
$window.CloseMainWindow() | Out-Null
if (-not $window.WaitForExit(30000)) { $window.Kill(); throw "the window does not close" }

Set-Content (Join-Path $target "mine.cass") "{}" # a project in the wrong place is kept, too
# _?= lets the uninstaller run where it lies, so that its end can be waited for
Start-Process (Join-Path $target "uninstall.exe") -ArgumentList "/S _?=$target" -Wait
if (Test-Path (Join-Path $target "cass.exe")) { throw "the program is still there" }
if (Test-Path $key) { throw "it is still listed" }
if (-not (Test-Path (Join-Path $target "mine.cass"))) { throw "a project was removed" }
if (-not (Test-Path $env:CASS_DATA)) { throw "the user's data was removed" }
"1 passed, 0 failed"
