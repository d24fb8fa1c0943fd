# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the warnings, defines and sanitizers of everything that is ours.
add_library(steward_flags INTERFACE)

target_include_directories(steward_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(steward_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    STEWARD_VERSION="${PROJECT_VERSION}")
target_compile_options(steward_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wextra-semi
    # where sources are compiled together, what is private to one may have the name of a parameter in the next
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
    # at -O3, g++ 12 suspects inlined code of Qt's and the library's own headers; the tests' build has this warning
    $<$<NOT:$<CONFIG:Release>>:-Wnull-dereference>
    # designated initializers leave the other members at their defaults, on purpose
    -Wno-missing-field-initializers
    -fstack-protector-strong)
target_link_options(steward_flags INTERFACE -Wl,-z,relro,-z,now)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(CMAKE_BUILD_TYPE STREQUAL "Release")
    string(REPLACE "-O2" "-O3" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
    if(NOT STEWARD_SANITIZE)
        target_compile_options(steward_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    endif()
endif()

if(STEWARD_STRICT)
    target_compile_options(steward_flags INTERFACE -Werror)
endif()

if(STEWARD_SANITIZE STREQUAL "address")
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
elseif(STEWARD_SANITIZE STREQUAL "thread")
    # What it weaves in makes g++ 12 see null pointers in Qt's QHash. The other builds keep that warning.
    set(sanitizers -fsanitize=thread -fno-omit-frame-pointer -Wno-null-dereference)
elseif(STEWARD_SANITIZE)
    message(FATAL_ERROR "STEWARD_SANITIZE is '${STEWARD_SANITIZE}'; it may be empty, 'address' or 'thread'.")
endif()
if(STEWARD_FUZZ) # libFuzzer finds its way by what our code counts
    target_compile_options(steward_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_compile_options(steward_flags INTERFACE ${sanitizers})
target_link_options(steward_flags INTERFACE ${sanitizers})
