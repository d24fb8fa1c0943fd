// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowstate.h"

#include "app/base/ownfolder.h"
#include "app/settings/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// What Steward writes is a few kilobytes; a larger file is not ours.
constexpr qint64 largestFile = 1024 * 1024;

QString fileOf(const QString &profile)
{
    return profile + u"/window.json"_s;
}

} // namespace

WindowState::WindowState(const QString &profile) : m_profile(profile)
{
    QFile file(fileOf(profile));
    const bool isFile = !profile.isEmpty() && QFileInfo(file).isFile(); // a pipe would be waited for
    if (!isFile || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto value = object.begin(); value != object.end(); ++value) {
        if (value->isString())
            m_values[value.key()] = value->toString();
    }
}

QByteArray WindowState::bytes(const QString &key) const
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

QString WindowState::text(const QString &key) const
{
    const auto found = m_values.find(key);
    return found == m_values.end() ? QString() : found->second;
}

void WindowState::setBytes(const QString &key, const QByteArray &value)
{
    setText(key, QString::fromLatin1(value.toBase64()));
}

void WindowState::setText(const QString &key, const QString &value)
{
    m_values[key] = value;
}

bool WindowState::save() const
{
    if (m_profile.isEmpty())
        return true;
    QJsonObject object;
    for (const auto &[key, value] : m_values)
        object.insert(key, value);
    return makeOwnFolder(m_profile).isEmpty()
        && writeWholeFile(fileOf(m_profile), QJsonDocument(object).toJson()).isEmpty();
}
