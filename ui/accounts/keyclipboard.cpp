// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

KeyClipboard::KeyClipboard(std::chrono::milliseconds time, QObject *parent) : QObject(parent)
{
    m_end.setSingleShot(true);
    m_end.setInterval(time);
    connect(&m_end, &QTimer::timeout, this, &KeyClipboard::wipe);
    connect(&m_lock, &ScreenLock::left, this, &KeyClipboard::wipe);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &KeyClipboard::wipe);
}

KeyClipboard::~KeyClipboard()
{
    wipe();
}

void KeyClipboard::copy(const Secret &key)
{
    std::array<quint32, 4> salt{};
    QRandomGenerator chance = QRandomGenerator::securelySeeded();
    chance.fillRange(salt.data(), salt.size());
    m_salt = QByteArray(reinterpret_cast<const char *>(salt.data()), sizeof salt);
    const QString text = QString::fromLatin1(key.reveal());
    m_digest = digestOf(text);
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(u"x-kde-passwordManagerHint"_s,
                  "secret"); // what password managers say to KDE's and others' histories
    QGuiApplication::clipboard()->setMimeData(data);
    m_end.start();
    m_lock.watch();
}

void KeyClipboard::wipe()
{
    m_end.stop();
    if (m_digest.isEmpty())
        return;
    const bool isUnchanged = digestOf(QGuiApplication::clipboard()->text()) == m_digest;
    m_digest.clear();
    if (!isUnchanged)
        return;
    QGuiApplication::clipboard()->clear();
    emit wiped();
}

QByteArray KeyClipboard::digestOf(const QString &text) const
{
    const QByteArray salted = m_salt + text.toUtf8();
    return QCryptographicHash::hash(salted, QCryptographicHash::Sha256);
}
