# Where things go when installed, and the .deb that CPack makes of it.
include(GNUInstallDirs)
install(TARGETS wemo-service wemo-gateway-simulator wemo-console RUNTIME)
set(here ${CMAKE_CURRENT_LIST_DIR})
install(FILES ${here}/tw.wemo.Console.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${here}/tw.wemo.Console.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${here}/tw.wemo.Console.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${here}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Debian wants its change log compressed, without a time stamp in it.
find_program(GZIP gzip REQUIRED)
execute_process(COMMAND ${GZIP} -9nc ${here}/changelog OUTPUT_FILE ${CMAKE_BINARY_DIR}/changelog.gz COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${CMAKE_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_CONTACT "WeMo Console developers <maintainers@wemo-console.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "back office of a shared-scooter company")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "A desktop console for customer service, pricing managers and QA, and the
service it works with: one-time codes, text messages, callbacks, storage.
Without any set-up it opens on a company of invented data.")
set(CPACK_DEBIAN_PACKAGE_NAME wemo-console)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is opened at run time, by name, shlibdeps cannot see.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6sql6-psql, libqt6svg6, redis-server, breeze-icon-theme, fonts-noto-cjk, fonts-inter, fonts-jetbrains-mono")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | org.freedesktop.secrets, qt6-translations-l10n")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
include(CPack)
