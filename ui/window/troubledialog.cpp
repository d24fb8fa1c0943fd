// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/troubledialog.h"

#include "app/base/visibletext.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct TroubleDialogWords
{
    Q_DECLARE_TR_FUNCTIONS(TroubleDialog)
};

QLabel *makeText(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

} // namespace

QString troubleDetails(const FleetTrouble &trouble)
{
    const ApiError &error = trouble.error;
    QStringList lines{error.what(), error.advice(), QString()};
    lines << TroubleDialogWords::tr("Could not be read: %1").arg(visibleText(trouble.subject));
    if (trouble.failures > 1)
        lines << TroubleDialogWords::tr("Calls that failed: %1").arg(trouble.failures);
    if (!error.host.isEmpty())
        lines << TroubleDialogWords::tr("Host: %1").arg(error.host);
    if (error.httpStatus != 0)
        lines << TroubleDialogWords::tr("HTTP status: %1").arg(error.httpStatus);
    if (error.position >= 0)
        lines << TroubleDialogWords::tr("Position: byte %1").arg(error.position);
    const QString quotation = error.quotation();
    if (!quotation.isEmpty())
        lines << QString()
              << (error.httpStatus == 0 ? TroubleDialogWords::tr("What became of the connection:")
                                        : TroubleDialogWords::tr("The server's own words:"))
              << quotation;
    return lines.join(u'\n');
}

TroubleDialog::TroubleDialog(const FleetTrouble &trouble, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_details(troubleDetails(trouble))
{
    setObjectName(u"troubleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Details"));
    QLabel *what = makeText(trouble.error.what(), theme.font(TextStyle::Title), this);
    QLabel *advice = makeText(trouble.error.advice(), theme.font(TextStyle::Base), this);
    setInk(advice, Ink::Text2);

    auto *details = new QPlainTextEdit(this);
    details->setObjectName(u"troubleDetails"_s);
    details->setAccessibleName(tr("Details of the trouble"));
    details->setReadOnly(true);
    details->setTabChangesFocus(true);
    details->setFont(theme.font(TextStyle::Mono));
    details->setPlainText(m_details);

    auto *copy = new QPushButton(tr("Copy details"), this);
    copy->setObjectName(u"copyTrouble"_s);
    setLeadingIcon(copy, glyphIcon(theme, Glyph::Copy));
    connect(copy, &QPushButton::clicked, this, &TroubleDialog::copyDetails);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeTrouble"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(what);
    column->addWidget(advice);
    column->addWidget(details, 1);
    column->addLayout(buttons);
    resize(560, 360);
}

void TroubleDialog::copyDetails() const
{
    QGuiApplication::clipboard()->setText(m_details);
}
