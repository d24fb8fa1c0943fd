// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>

/// How the person left the window: sizes, columns, theme. One JSON object in the file window.json of the profile.
///
/// A file that is missing, damaged or not ours is no trouble: every value is then as if it had never been set.
class WindowState
{
public:
    /// \a profile is the folder of all settings; it is made (for its owner alone) when something is saved. Empty: nothing is
    /// read or saved.
    explicit WindowState(const QString &profile);

    /// Bytes as Qt's saveState() and saveGeometry() give them. Empty: never set.
    QByteArray bytes(const QString &key) const;
    QString text(const QString &key) const;

    void setBytes(const QString &key, const QByteArray &value);
    void setText(const QString &key, const QString &value);

    /// Writes the file, whole or not at all; its owner alone can read it. False when the disk refused.
    bool save() const;

private:
    QString m_profile;
    std::map<QString, QString> m_values; // bytes as base64
};
