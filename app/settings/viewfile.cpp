// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewfile.h"

#include "app/base/visibletext.h"
#include "app/settings/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr int version = 1;
constexpr qsizetype namedUnknown = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("ViewFile", text);
}

QString unknownFields(const QStringList &unknown)
{
    QStringList named;
    for (const QString &field : unknown.first(std::min(namedUnknown, unknown.size())))
        named.append(visibleText(field.left(viewlimit::columnNameLength)));
    if (unknown.size() > namedUnknown)
        named.append(u"…"_s);
    return tr(QT_TRANSLATE_NOOP("ViewFile", "Fields that Steward does not know were left out: %1."))
        .arg(named.join(u", "_s));
}

} // namespace

QByteArray viewsToFile(const QList<SavedView> &views)
{
    QJsonArray array;
    for (const SavedView &view : views)
        array.append(viewToJson(view));
    return QJsonDocument(
               QJsonObject{{u"steward"_s, u"views"_s}, {u"version"_s, version}, {u"views"_s, array}})
        .toJson();
}

ImportedViews viewsFromFile(const QByteArray &bytes)
{
    if (bytes.size() > largestFile)
        return {.problem = tr(QT_TRANSLATE_NOOP("ViewFile", "The file is over 1 MiB: it holds no views."))};
    const QJsonObject file = QJsonDocument::fromJson(bytes).object();
    if (file.value(u"steward"_s) != u"views"_s || !file.value(u"views"_s).isArray())
        return {.problem = tr(QT_TRANSLATE_NOOP("ViewFile", "The file holds no views of Steward."))};
    if (file.value(u"version"_s).toInt() != version)
        return {.problem = tr(QT_TRANSLATE_NOOP(
                    "ViewFile", "The views were saved by another version of Steward and cannot be read."))};
    const QJsonArray array = file.value(u"views"_s).toArray();
    if (array.size() > viewlimit::viewCount)
        return {.problem = tr(QT_TRANSLATE_NOOP("ViewFile", "The file holds %1 views; %2 are the most."))
                               .arg(array.size())
                               .arg(viewlimit::viewCount)};

    ImportedViews imported;
    QStringList unknown;
    for (const QString &key : file.keys()) {
        if (key != u"steward" && key != u"version" && key != u"views")
            unknown.append(key);
    }
    for (const auto &entry : array) {
        if (const auto view = viewFromJson(entry.toObject(), unknown))
            imported.views.append(*view);
    }
    const auto leftOut = static_cast<int>(array.size() - imported.views.size());
    if (leftOut > 0)
        imported.remarks.append(
            tr(QT_TRANSLATE_NOOP("ViewFile", "%1 of %2 views are damaged and were left out."))
                .arg(leftOut)
                .arg(array.size()));
    if (!unknown.isEmpty())
        imported.remarks.append(unknownFields(unknown));
    if (imported.views.isEmpty())
        imported.problem = tr(QT_TRANSLATE_NOOP("ViewFile", "The file holds no view that can be read."));
    return imported;
}

ImportedViews readViewFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {.problem = tr(QT_TRANSLATE_NOOP("ViewFile", "%1 cannot be read."))
                               .arg(visibleText(QFileInfo(path).fileName()))};
    return viewsFromFile(file.read(largestFile + 1));
}

QString writeViewFile(const QString &path, const QList<SavedView> &views)
{
    const QString refusal = writeWholeFile(path, viewsToFile(views));
    if (refusal.isEmpty())
        return {};
    return tr(QT_TRANSLATE_NOOP("ViewFile", "%1 could not be saved (%2). Choose another folder."))
        .arg(visibleText(QFileInfo(path).fileName()), visibleText(refusal));
}
