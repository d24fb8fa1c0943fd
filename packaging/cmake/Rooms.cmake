# SPDX-License-Identifier: GPL-3.0-or-later
option(STEWARD_QUICK "Compile several sources at once, with precompiled headers: a first build in two thirds of the time" OFF)
include(Precompiled)

# A room is a small library of its own: steward_room(NAME SOURCES ... LINKS ...).
# What stands under LINKS is all it may include; an include against the direction of the house fails to link.
function(steward_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    add_library(steward_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(steward_${name} PUBLIC steward_flags ${ROOM_LINKS})
    if(STEWARD_QUICK)
        # In groups of our own: which sources CMake would put together depends on its version, and what is private to one of them must
        # not have the name of something in its neighbour.
        list(FILTER ROOM_SOURCES INCLUDE REGEX "\\.cpp$")
        set(number 0)
        foreach(source ${ROOM_SOURCES})
            math(EXPR group "${number} / 8")
            math(EXPR number "${number} + 1")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
        endforeach()
        set_target_properties(steward_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
        steward_precompiled(steward_${name} ${name} ${ROOM_LINKS})
    endif()
endfunction()

# One test, one executable: steward_test(NAME SOURCES ... LINKS ... [BUDGET seconds] [LABELS ...] [WRAPPER command ...]).
function(steward_test name)
    cmake_parse_arguments(TEST "" "BUDGET" "SOURCES;LINKS;LABELS;WRAPPER" ${ARGN})
    if(NOT TEST_SOURCES)
        set(TEST_SOURCES ${name}.cpp)
    endif()
    if(NOT TEST_BUDGET)
        set(TEST_BUDGET 60)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Test ${TEST_LINKS})
    if(STEWARD_QUICK)
        steward_precompiled(${name} ${TEST_LINKS})
    endif()
    add_test(NAME ${name} COMMAND ${TEST_WRAPPER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_BUDGET} LABELS "${TEST_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.*.debug=false")
endfunction()
