// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/linkopener.h"

#include "app/base/visibletext.h"
#include "app/enrolment/linkverdict.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

LinkOpener::LinkOpener(QWidget *window, Launch launch)
    : QObject(window), m_window(window),
      m_launch(launch ? std::move(launch) : [](const QUrl &url) { return QDesktopServices::openUrl(url); })
{ }

void LinkOpener::open(const QString &link, const Endpoint &endpoint)
{
    const LinkVerdict verdict = linkVerdict(link, endpoint);
    switch (verdict.opening) {
    case LinkOpening::Open:
        launch(link, verdict.host);
        break;
    case LinkOpening::AskFirst:
        if (m_allowed.contains(verdict.host))
            launch(link, verdict.host);
        else
            ask(link, verdict.host, verdict.sentence);
        break;
    case LinkOpening::Never:
        emit said(verdict.sentence);
        break;
    }
}

void LinkOpener::ask(const QString &link, const QString &host, const QString &sentence)
{
    auto *box = new QMessageBox(m_window);
    box->setObjectName(u"otherHostQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Open a link to another host"));
    box->setText(sentence);
    const QString shown = visibleText(host);
    QPushButton *open = box->addButton(tr("Open %1").arg(shown), QMessageBox::AcceptRole);
    QPushButton *leave = box->addButton(tr("Do not open"), QMessageBox::RejectRole);
    open->setObjectName(u"openOtherHost"_s);
    leave->setObjectName(u"leaveOtherHost"_s);
    box->setDefaultButton(leave); // Enter is not yes to an unknown host
    box->setEscapeButton(leave);
    connect(open, &QPushButton::clicked, this, [this, link, host] {
        m_allowed.insert(host);
        launch(link, host);
    });
    box->open();
}

void LinkOpener::launch(const QString &link, const QString &host)
{
    const QString shown = visibleText(host);
    if (m_launch(QUrl(link.trimmed(), QUrl::StrictMode)))
        emit said(tr("Setup link opened at %1").arg(shown));
    else
        emit said(tr("No browser took the link to %1").arg(shown));
}
