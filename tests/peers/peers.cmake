# The other ends that the queue is tested and measured against: Node programs with their packages, and queue_peer, which
# is our engine behind the same lines of JSON.
set(peers_folder ${CMAKE_BINARY_DIR}/peers)
set(install_peers ${CMAKE_COMMAND} -DFOLDER=${peers_folder} -P ${CMAKE_CURRENT_LIST_DIR}/install.cmake)
add_custom_target(peers COMMAND ${install_peers} VERBATIM)
add_test(NAME peers_install COMMAND ${install_peers})
set_tests_properties(peers_install PROPERTIES LABELS system FIXTURES_SETUP peers TIMEOUT 300)

file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h)
add_executable(queue_peer ${sources})
set_target_properties(queue_peer PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
target_link_libraries(queue_peer PRIVATE wemo_services_queue wemo_resources_service wemo_tests_support)
