# SPDX-License-Identifier: GPL-3.0-or-later
# The headers that nearly every source reads, compiled once.
set(core_headers
    <QByteArray> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLoggingCategory>
    <QObject> <QPointer> <QSet> <QString> <QStringList> <QThread> <QTimer> <QUrl>
    <algorithm> <array> <chrono> <cstdint> <deque> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <unordered_map> <utility> <variant> <vector>
    <tl/expected.hpp>)
set(window_headers
    ${core_headers}
    <QAbstractItemModel> <QAccessible> <QAction> <QApplication> <QBoxLayout> <QEvent> <QGuiApplication> <QIcon> <QLabel>
    <QLineEdit> <QMenu> <QPainter> <QPixmap> <QStyle> <QTableView> <QToolButton> <QTreeView> <QWidget>)

if(STEWARD_QUICK)
    file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
    foreach(kind core window)
        add_library(steward_${kind}_headers OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
        set_target_properties(steward_${kind}_headers PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(steward_${kind}_headers PRIVATE steward_flags Qt6::Core tl::expected)
        target_precompile_headers(steward_${kind}_headers PRIVATE ${${kind}_headers})
    endforeach()
    target_link_libraries(steward_window_headers PRIVATE Qt6::Widgets)
endif()

# Gives the headers to a target whose name and links are ${ARGN}: those of a window, where any of them says so.
function(steward_precompiled target)
    if("${ARGN}" MATCHES "ui_|Qt6::Widgets")
        target_precompile_headers(${target} REUSE_FROM steward_window_headers)
    else()
        target_precompile_headers(${target} REUSE_FROM steward_core_headers)
    endif()
endfunction()
