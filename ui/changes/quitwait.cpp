// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/quitwait.h"

#include "app/base/visibletext.h"
#include "app/steward/accountchanges.h"
#include "ui/window/looks.h"

#include <QLabel>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int dialogWidth = 400;

QuitWait::QuitWait(AccountChanges &changes, QWidget *parent)
    : QDialog(parent), m_secondsLeft(static_cast<int>(
                           std::chrono::duration_cast<std::chrono::seconds>(Limits::write().total).count())),
      m_text(new QLabel(this))
{
    setObjectName(u"quitWait"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Steward ends"));
    setModal(true);
    changes.stopSending();
    const ChangeRecord *change = changes.onTheWire();
    auto *what = new QLabel(tr("Waiting for IDrive's answer to “%1: %2”.")
                                .arg(change ? visibleText(change->title) : QString(),
                                     change ? visibleText(change->change.target) : QString()),
                            this);
    for (QLabel *line : {what, m_text}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    setInk(m_text, Ink::Text2);
    m_text->setObjectName(u"quitWaitText"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(what);
    column->addWidget(m_text);
    setMinimumWidth(dialogWidth);
    showTime();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_secondsLeft = std::max(0, m_secondsLeft - 1);
        showTime();
    });
    m_second.start();
    connect(&changes, &AccountChanges::sendingEnded, this, &QuitWait::ended);
}

void QuitWait::showTime()
{
    m_text->setText(
        tr("Steward then ends by itself, in %1 s at most. What still waits is kept and is not sent; the "
           "next start asks about it.")
            .arg(m_secondsLeft));
}
