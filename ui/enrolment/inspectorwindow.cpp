// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/inspectorwindow.h"

#include "app/base/visibletext.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto inspectPace = 120ms; // after the last key
constexpr qsizetype longestShown = 120;

QString shortened(const QString &text)
{
    return visibleText(shortenedText(text, longestShown));
}

QString kindText(InspectedPiece::Kind kind)
{
    switch (kind) {
    case InspectedPiece::Kind::ConfigurationId:
        return InspectorWindow::tr("Configuration ID");
    case InspectedPiece::Kind::OpaqueId:
        return InspectorWindow::tr("Not readable as a configuration ID");
    case InspectedPiece::Kind::SetupLink:
        return InspectorWindow::tr("Setup link");
    case InspectedPiece::Kind::OtherLink:
        return InspectorWindow::tr("Link that is no setup link of IDrive 360");
    }
    Q_UNREACHABLE();
}

QString flagText(std::optional<bool> flag)
{
    return !flag ? InspectorWindow::tr("not said")
        : *flag  ? InspectorWindow::tr("yes")
                 : InspectorWindow::tr("no");
}

QString ownersText(const QStringList &owners)
{
    if (owners.isEmpty())
        return InspectorWindow::tr("none that Steward knows");
    QStringList shown;
    for (const QString &owner : owners)
        shown << visibleText(owner);
    return shown.join(u", "_s);
}

QString partnerText(InspectedPiece::Partner partner)
{
    switch (partner) {
    case InspectedPiece::Partner::None:
        return InspectorWindow::tr("nothing to compare it with");
    case InspectedPiece::Partner::Agrees:
        return InspectorWindow::tr("yes, ID and link name the same company");
    case InspectedPiece::Partner::Differs:
        return InspectorWindow::tr("no");
    }
    Q_UNREACHABLE();
}

FactSection sectionOf(const InspectedPiece &piece)
{
    FactSection section{.title = kindText(piece.kind), .facts = {}};
    const auto add = [&section](const QString &label, const QString &value, bool isKnown = true) {
        section.facts.append({.label = label, .value = value, .isKnown = isKnown});
    };
    add(InspectorWindow::tr("Text"), shortened(piece.text));
    if (!piece.link.host.isEmpty())
        add(InspectorWindow::tr("Host"), visibleText(piece.link.host));
    if (!piece.token.isEmpty()) {
        add(InspectorWindow::tr("Token"), shortened(piece.token));
        add(InspectorWindow::tr("Company"), ownersText(piece.owners), !piece.owners.isEmpty());
    }
    if (piece.id) {
        add(InspectorWindow::tr("Private encryption"), flagText(piece.id->encryptionRequired),
            piece.id->encryptionRequired.has_value());
        add(InspectorWindow::tr("Full client"), flagText(piece.id->desktopAppStatus),
            piece.id->desktopAppStatus.has_value());
        if (!piece.id->otherFields.isEmpty())
            add(InspectorWindow::tr("Beside these"),
                InspectorWindow::tr("%1 fields that Steward does not know")
                    .arg(QLocale().toString(piece.id->otherFields.size())));
    }
    if (!piece.token.isEmpty())
        add(InspectorWindow::tr("Agrees"), partnerText(piece.partner),
            piece.partner != InspectedPiece::Partner::None);
    return section;
}

QString warningOf(const InspectedPiece &piece)
{
    QStringList sentences;
    if (!piece.doubt.isEmpty())
        sentences << piece.doubt;
    if (piece.partner == InspectedPiece::Partner::Differs)
        sentences << InspectorWindow::tr(
            "ID and link of this text name different companies: a device set up with "
            "them may land in the wrong one.");
    if (piece.id && piece.id->encryptionRequired == true)
        sentences << InspectorWindow::tr(
            "It turns private encryption on: IDrive does not keep that key, and its "
            "prompt stops an unattended install.");
    if (!piece.token.isEmpty() && piece.owners.isEmpty())
        sentences << InspectorWindow::tr(
            "No company that Steward knows has this token: a device set up with it "
            "would land elsewhere.");
    return sentences.join(u'\n');
}

} // namespace

InspectorWindow::InspectorWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_text(new QPlainTextEdit(this)), m_summary(new QLabel(this))
{
    setObjectName(u"kitInspector"_s);
    setWindowTitle(tr("Inspect a configuration ID or a setup link"));
    m_text->setObjectName(u"inspectedText"_s);
    m_text->setAccessibleName(tr("Text to inspect"));
    m_text->setPlaceholderText(tr("Paste a configuration ID, a setup link or a whole mail"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(theme.font(TextStyle::Mono));
    m_summary->setObjectName(u"inspectionSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    setInk(m_summary, Ink::Text2);
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(inspectPace);
    connect(&m_soon, &QTimer::timeout, this, &InspectorWindow::inspect);
    connect(m_text, &QPlainTextEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    inspect();
}

void InspectorWindow::layOut()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"inspectionArea"_s);
    area->setAccessibleName(tr("What the text holds"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(area);
    auto *whole = new QVBoxLayout(body);
    whole->setContentsMargins(0, 0, 8, 0);
    m_column = new QVBoxLayout;
    m_column->setSpacing(12);
    whole->addLayout(m_column);
    whole->addStretch(1);
    area->setWidget(body);

    auto *clear = new QPushButton(tr("Clear"), this);
    clear->setObjectName(u"clearInspection"_s);
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, m_text, &QPlainTextEdit::clear);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeInspection"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(clear);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_text, 1);
    column->addWidget(m_summary);
    column->addWidget(area, 2);
    column->addLayout(buttons);
    resize(640, 640);
}

void InspectorWindow::setOwners(const TokenOwners &owners)
{
    m_owners = owners;
    inspect();
}

void InspectorWindow::setText(const QString &text)
{
    m_text->setPlainText(text);
    inspect();
}

InspectorWindow::Part InspectorWindow::makePart()
{
    const Part part{.facts = new FactList(m_theme, this),
                    .warning = new Note(Note::Kind::Warning, m_theme, this)};
    m_column->addWidget(part.facts);
    m_column->addWidget(part.warning);
    return part;
}

void InspectorWindow::inspect()
{
    m_soon.stop();
    const KitInspection inspection = inspectedKits(m_text->toPlainText(), m_owners);
    QString summary;
    if (m_text->toPlainText().trimmed().isEmpty())
        summary = tr("Nothing leaves this window, and nothing in the text is opened or run.");
    else if (inspection.pieces.isEmpty())
        summary = tr("There is no configuration ID and no link in this text.");
    else
        summary = inspection.pieces.size() == 1
            ? tr("1 thing was found.")
            : tr("%1 things were found.").arg(QLocale().toString(inspection.pieces.size()));
    if (inspection.left > 0)
        summary += u' '
            + tr("The last %1 characters were not looked at: the text is too long.")
                  .arg(QLocale().toString(inspection.left));
    m_summary->setText(summary);
    const auto count = static_cast<size_t>(inspection.pieces.size());
    for (size_t i = 0; i < count; ++i)
        showPiece(i, inspection.pieces[static_cast<qsizetype>(i)]);
    for (size_t i = count; i < m_parts.size(); ++i) {
        m_parts[i].facts->hide();
        m_parts[i].warning->hide();
    }
}

void InspectorWindow::showPiece(size_t index, const InspectedPiece &piece)
{
    if (index == m_parts.size())
        m_parts.push_back(makePart());
    const Part &part = m_parts[index];
    const QString warning = warningOf(piece);
    part.facts->setSection(sectionOf(piece));
    part.facts->show();
    part.warning->setTexts({}, warning);
    part.warning->setVisible(!warning.isEmpty());
}
