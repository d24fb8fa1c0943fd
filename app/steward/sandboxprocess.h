// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <optional>

/// What fleet the sandbox pretends. Nothing set: the sandbox's own defaults.
struct SandboxOptions
{
    std::optional<int> companies;
    std::optional<int> devices;
    std::optional<int> seed;
    std::optional<int> speed; ///< how many seconds pass in it in one second
};

/// The program steward-sandbox as a child of this one: started, asked for its port, ended. It ends by itself when this
/// program is gone, because its standard input is then closed.
class SandboxProcess : public QObject
{
    Q_OBJECT

public:
    explicit SandboxProcess(QObject *parent = nullptr);
    ~SandboxProcess() override;

    void start(const SandboxOptions &options);

signals:
    /// It listens on 127.0.0.1.
    void listening(quint16 port);
    /// It did not start, or ended. \a sentence says what happened and what to do.
    void failed(const QString &sentence);

private:
    void readPort();
    void fail(const QString &sentence);

    QProcess m_process;
    QTimer m_deadline;
    bool m_isListening = false;
};
