; Installer for Windows: for one user, without an administrator's rights, into a folder of any name.
; makensis -DVERSION=0.1.0 -DFROZEN=build\installers\cass-studio -DOUT=dist cass-studio.nsi
; FROZEN is the folder of installers/build.py; paths are given from the folder of this script, or whole.

Unicode true
ManifestLongPathAware true
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user

!ifndef VERSION
  !error "give the version: -DVERSION=0.1.0"
!endif
!ifndef FROZEN
  !error "give the frozen folder: -DFROZEN=FOLDER"
!endif
!ifndef OUT
  !define OUT "."
!endif
!define NAME "Cass Studio"
!define PROJECT_TYPE "CassStudio.Project"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CassStudio"
!define APPLICATION_KEY "Software\Classes\Applications\cass-studio.exe"

Name "${NAME}"
OutFile "${OUT}/cass-studio-${VERSION}-x64.exe"
InstallDir "$LOCALAPPDATA\Programs\Cass Studio"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The authors of Cass Studio"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"

!define MUI_ICON "../../resources/icons/application/cass-studio.ico"
!define MUI_UNICON "../../resources/icons/application/cass-studio.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\cass-studio.exe"
!insertmacro MUI_PAGE_LICENSE "../../LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"

LangString ProjectType ${LANG_ENGLISH} "Cass Studio project"
LangString ProjectType ${LANG_GERMAN} "Cass-Studio-Projekt"
LangString ProjectType ${LANG_FRENCH} "Projet Cass Studio"
LangString Needs64 ${LANG_ENGLISH} "Cass Studio needs a 64-bit Windows."
LangString Needs64 ${LANG_GERMAN} "Cass Studio braucht ein 64-Bit-Windows."
LangString Needs64 ${LANG_FRENCH} "Cass Studio a besoin d’un Windows 64 bits."
LangString NotEmpty ${LANG_ENGLISH} "This folder holds other files. Choose an empty or a new one."
LangString NotEmpty ${LANG_GERMAN} "In diesem Ordner liegen andere Dateien. Wählen Sie einen leeren oder neuen."
LangString NotEmpty ${LANG_FRENCH} "Ce dossier contient d’autres fichiers. Choisissez un dossier vide ou nouveau."
LangString Running ${LANG_ENGLISH} "Cass Studio is running. Close it and try again."
LangString Running ${LANG_GERMAN} "Cass Studio läuft. Schließen Sie es und versuchen Sie es noch einmal."
LangString Running ${LANG_FRENCH} "Cass Studio est ouvert. Fermez-le et réessayez."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(Needs64)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; a program that runs cannot be renamed
!macro StopWhileRunning
  ${If} ${FileExists} "$INSTDIR\cass-studio.exe"
    ClearErrors
    Rename "$INSTDIR\cass-studio.exe" "$INSTDIR\cass-studio.old"
    ${If} ${Errors}
      MessageBox MB_ICONSTOP "$(Running)" /SD IDOK
      Abort
    ${EndIf}
    Rename "$INSTDIR\cass-studio.old" "$INSTDIR\cass-studio.exe"
  ${EndIf}
!macroend

; what an earlier version has put there goes; anything else stays, and stops an installation
!macro RemoveProgram
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\cass.exe"
  Delete "$INSTDIR\cass-studio.exe"
  Delete "$INSTDIR\uninstall.exe"
!macroend

Section "Program"
  SetShellVarContext current
  !insertmacro StopWhileRunning
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    !insertmacro RemoveProgram
  ${Else}
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      MessageBox MB_ICONSTOP "$(NotEmpty)" /SD IDOK
      Abort
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\cass-studio.exe"

  ; projects open with a double click; movies and sound files may be opened with it, and keep what opens them
  WriteRegStr HKCU "Software\Classes\.cass" "" "${PROJECT_TYPE}"
  WriteRegStr HKCU "Software\Classes\${PROJECT_TYPE}" "" "$(ProjectType)"
  WriteRegStr HKCU "Software\Classes\${PROJECT_TYPE}\DefaultIcon" "" '"$INSTDIR\cass-studio.exe",0'
  WriteRegStr HKCU "Software\Classes\${PROJECT_TYPE}\shell\open\command" "" '"$INSTDIR\cass-studio.exe" "%1"'
  WriteRegStr HKCU "${APPLICATION_KEY}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION_KEY}\shell\open\command" "" '"$INSTDIR\cass-studio.exe" "%1"'
  !macro OpenWith SUFFIX
    WriteRegStr HKCU "${APPLICATION_KEY}\SupportedTypes" "${SUFFIX}" ""
    WriteRegStr HKCU "Software\Classes\${SUFFIX}\OpenWithList\cass-studio.exe" "" ""
  !macroend
  !insertmacro OpenWith ".mov"
  !insertmacro OpenWith ".mp4"
  !insertmacro OpenWith ".mkv"
  !insertmacro OpenWith ".mxf"
  !insertmacro OpenWith ".ts"
  !insertmacro OpenWith ".wav"
  !insertmacro OpenWith ".flac"

  ; cass in every command window, without a search path that another program might cut off
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\cass.exe" "" "$INSTDIR\cass.exe"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\cass-studio.exe" "" "$INSTDIR\cass-studio.exe"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\cass-studio.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The authors of Cass Studio"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro StopWhileRunning
  !insertmacro RemoveProgram
  RMDir "$INSTDIR" ; only where nothing else is in it: projects and stems are the user's, wherever they lie
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.cass" ""
  ${If} $0 == "${PROJECT_TYPE}"
    DeleteRegValue HKCU "Software\Classes\.cass" ""
    DeleteRegKey /ifempty HKCU "Software\Classes\.cass"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PROJECT_TYPE}"
  DeleteRegKey HKCU "${APPLICATION_KEY}"
  !macro NotOpenWith SUFFIX
    DeleteRegKey HKCU "Software\Classes\${SUFFIX}\OpenWithList\cass-studio.exe"
    DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}\OpenWithList"
    DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}"
  !macroend
  !insertmacro NotOpenWith ".mov"
  !insertmacro NotOpenWith ".mp4"
  !insertmacro NotOpenWith ".mkv"
  !insertmacro NotOpenWith ".mxf"
  !insertmacro NotOpenWith ".ts"
  !insertmacro NotOpenWith ".wav"
  !insertmacro NotOpenWith ".flac"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\cass.exe"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\cass-studio.exe"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
