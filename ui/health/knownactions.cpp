// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/knownactions.h"

#include "ui/health/acknowledgedialog.h"

#include <QAction>
#include <QLocale>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

KnownActions::KnownActions(Acknowledgements &known, const QString &name, std::function<Chosen()> chosen,
                           QWidget *parent)
    : QObject(parent), m_known(known), m_chosen(std::move(chosen)), m_parent(parent),
      m_acknowledge(new QAction(tr("Ac&knowledge…"), this)),
      m_takeBack(new QAction(tr("Take the acknowledgement &back"), this))
{
    m_acknowledge->setObjectName(u"acknowledge"_s + name);
    m_acknowledge->setToolTip(tr("Leave it out of the morning check for a while, with a note"));
    m_takeBack->setObjectName(u"takeBack"_s + name);
    connect(m_acknowledge, &QAction::triggered, this, &KnownActions::ask);
    connect(m_takeBack, &QAction::triggered, this, &KnownActions::takeBack);
    connect(&known, &Acknowledgements::changed, this, &KnownActions::enable);
    enable();
}

void KnownActions::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    enable();
}

void KnownActions::enable()
{
    m_acknowledge->setEnabled(m_isUsable);
    m_takeBack->setEnabled(m_isUsable && !m_known.isEmpty());
}

void KnownActions::ask()
{
    const Chosen chosen = m_chosen();
    if (chosen.subjects.empty())
        return;
    const Acknowledgement *before =
        chosen.subjects.size() == 1 ? m_known.of(chosen.subjects.front()) : nullptr;
    auto *dialog = new AcknowledgeDialog(chosen.title, before ? before->note : QString(), m_parent);
    connect(dialog, &AcknowledgeDialog::acknowledged, this,
            [this, chosen](const QString &note, qint64 until) {
                for (const Acknowledgements::Subject &subject : chosen.subjects)
                    m_known.add(subject, note, until);
                emit statusMessage(tr("%1 acknowledged").arg(chosen.title));
            });
    dialog->open();
}

void KnownActions::takeBack()
{
    const Chosen chosen = m_chosen();
    const auto taken = std::ranges::count_if(
        chosen.subjects, [this](const auto &subject) { return m_known.of(subject) != nullptr; });
    for (const Acknowledgements::Subject &subject : chosen.subjects)
        m_known.remove(subject);
    if (taken > 0)
        emit statusMessage(tr("Acknowledgement of %1 taken back").arg(chosen.title));
    else
        emit statusMessage(tr("%1 has no acknowledgement of its own").arg(chosen.title));
}
