// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/acknowledgements.h"

#include <functional>

class QAction;
class QWidget;

/// "Acknowledge…" and "Take back": the person knows what is wrong with some devices or a company, and wants them out of the
/// morning check for a while.
class KnownActions : public QObject
{
    Q_OBJECT

public:
    /// What is chosen when one of the actions is triggered, and what it is called: "CAS-DC02", "7 devices".
    struct Chosen
    {
        std::vector<Acknowledgements::Subject> subjects{};
        QString title{};
    };

    /// \a known outlives this. \a name begins the objectNames of the actions: "device" has an "acknowledgeDevice". Dialogs belong to \a parent.
    KnownActions(Acknowledgements &known, const QString &name, std::function<Chosen()> chosen,
                 QWidget *parent);

    QAction *acknowledgeAction() const { return m_acknowledge; }
    QAction *takeBackAction() const { return m_takeBack; }
    QList<QAction *> actions() const { return {m_acknowledge, m_takeBack}; }
    /// Something is chosen.
    void setUsable(bool isUsable);

signals:
    void statusMessage(const QString &text);

private:
    void ask();
    void takeBack();
    void enable();

    Acknowledgements &m_known;
    const std::function<Chosen()> m_chosen;
    QWidget *m_parent;
    QAction *m_acknowledge;
    QAction *m_takeBack;
    bool m_isUsable = false;
};
