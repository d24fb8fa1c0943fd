// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kittexts.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto keepPace = 500ms; // after the last key
constexpr qsizetype mostProblems = 3;

QLabel *makeSentence(const QString &name, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setInk(label, ink);
    return label;
}

QPlainTextEdit *makeText(const QString &name, const QString &accessibleName, const Theme &theme,
                         QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setTabChangesFocus(true);
    text->setFont(theme.font(TextStyle::Mono));
    text->setMinimumHeight(96);
    return text;
}

QString fieldsText()
{
    QStringList names;
    for (const KitTemplateField &field : kitTemplateFields())
        names << u'{' + field.name + u"}: "_s + field.meaning;
    return names.join(u'\n');
}

} // namespace

KitTexts::KitTexts(QList<KitTemplate> templates, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_templates(templates.isEmpty() ? firstKitTemplates() : std::move(templates)),
      m_names(new QComboBox(this)), m_add(new QPushButton(tr("New"), this)),
      m_remove(new QPushButton(tr("Delete"), this)), m_isScript(new QCheckBox(tr("Script"), this)),
      m_text(makeText(u"kitTemplate"_s, tr("Your own text"), theme, this)),
      m_problems(makeSentence(u"kitTemplateProblems"_s, Ink::Warn, this)),
      m_previewTitle(makeSentence(u"kitPreviewTitle"_s, Ink::Text2, this)),
      m_preview(makeText(u"kitPreview"_s, tr("The text, filled in"), theme, this)),
      m_doubts(makeSentence(u"kitPreviewDoubts"_s, Ink::Warn, this)),
      m_copy(new QPushButton(tr("Copy"), this)), m_copyAll(new QPushButton(this))
{
    setObjectName(u"kitTexts"_s);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepPace);
    connect(&m_keepSoon, &QTimer::timeout, this, &KitTexts::announce);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 12);
    row->setSpacing(16);
    row->addWidget(makeEditor(theme), 1);
    row->addWidget(makePreview(theme), 1);
    showNames();
    choose(0);
}

QWidget *KitTexts::makeEditor(const Theme &theme)
{
    auto *part = new QWidget(this);
    m_names->setObjectName(u"kitTemplates"_s);
    m_names->setAccessibleName(tr("Your texts; type to rename"));
    m_names->setEditable(true);
    m_names->setInsertPolicy(QComboBox::NoInsert);
    m_add->setObjectName(u"addKitTemplate"_s);
    m_remove->setObjectName(u"removeKitTemplate"_s);
    m_isScript->setObjectName(u"kitTemplateIsScript"_s);
    m_isScript->setAccessibleName(tr("This text is a script"));
    m_isScript->setToolTip(tr("Then Steward looks for characters that a shell takes for its own."));
    m_text->setToolTip(plainToolTip(fieldsText()));
    for (QPushButton *button : {m_add, m_remove})
        setSmall(button);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *title = new QLabel(tr("Your text"), part);
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme.font(TextStyle::Strong));
    head->addWidget(title);
    head->addWidget(m_names, 1);
    head->addWidget(m_isScript);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    auto *hint = makeSentence(u"kitTemplateHint"_s, Ink::Text3, part);
    hint->setText(tr(
        "Fields stand in the tooltip. IDrive publishes no switches for a silent install: yours stay as you "
        "write them."));
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    column->addWidget(m_problems);
    column->addWidget(hint);
    connect(m_names, &QComboBox::activated, this, &KitTexts::choose);
    connect(m_names->lineEdit(), &QLineEdit::textEdited, this, &KitTexts::takeName);
    connect(m_add, &QPushButton::clicked, this, &KitTexts::add);
    connect(m_remove, &QPushButton::clicked, this, &KitTexts::remove);
    connect(m_isScript, &QCheckBox::toggled, this, &KitTexts::takeText);
    connect(m_text, &QPlainTextEdit::textChanged, this, &KitTexts::takeText);
    return part;
}

QWidget *KitTexts::makePreview(const Theme &theme)
{
    Q_UNUSED(theme)
    auto *part = new QWidget(this);
    m_preview->setReadOnly(true);
    m_copy->setObjectName(u"copyKitText"_s);
    m_copy->setAccessibleName(tr("Copy the text for the selected company"));
    m_copyAll->setObjectName(u"copyKitTextForAll"_s);
    for (QPushButton *button : {m_copy, m_copyAll})
        setSmall(button);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_previewTitle, 1);
    head->addWidget(m_copy);
    head->addWidget(m_copyAll);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_preview, 1);
    column->addWidget(m_doubts);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        emit copyRequested(m_preview->toPlainText(),
                           tr("“%1” for %2 copied").arg(current().name, visibleText(m_facts->company)));
    });
    connect(m_copyAll, &QPushButton::clicked, this, &KitTexts::allRequested);
    return part;
}

void KitTexts::setFacts(const std::optional<KitFacts> &facts)
{
    m_facts = facts;
    showPreview();
}

void KitTexts::setCompanyCount(qsizetype count)
{
    m_companyCount = count;
    showPreview();
}

void KitTexts::showNames()
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_names->clear();
    for (const KitTemplate &one : std::as_const(m_templates))
        m_names->addItem(one.name);
    m_names->setCurrentIndex(static_cast<int>(m_current));
}

void KitTexts::choose(int index)
{
    if (index < 0 || index >= m_templates.size())
        return;
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_current = index;
        m_names->setCurrentIndex(index);
        m_isScript->setChecked(current().isScript);
        m_text->setPlainText(current().text);
    }
    m_remove->setEnabled(m_templates.size() > 1);
    showPreview();
}

void KitTexts::add()
{
    m_templates.append({.name = tr("Text %1").arg(m_templates.size() + 1), .text = {}});
    m_current = m_templates.size() - 1;
    showNames();
    choose(static_cast<int>(m_current));
    m_names->lineEdit()->selectAll();
    m_names->setFocus();
    announce();
}

void KitTexts::remove()
{
    if (m_templates.size() < 2)
        return;
    m_templates.removeAt(m_current);
    m_current = std::min(m_current, m_templates.size() - 1);
    showNames();
    choose(static_cast<int>(m_current));
    announce();
}

void KitTexts::takeName(const QString &name)
{
    if (m_isShowing || name.trimmed().isEmpty())
        return;
    m_templates[m_current].name = name.trimmed();
    m_names->setItemText(static_cast<int>(m_current), name);
    m_keepSoon.start();
}

void KitTexts::takeText()
{
    if (m_isShowing)
        return;
    m_templates[m_current].text = m_text->toPlainText();
    m_templates[m_current].isScript = m_isScript->isChecked();
    m_keepSoon.start();
    showPreview();
}

void KitTexts::announce()
{
    m_keepSoon.stop();
    emit templatesChanged(m_templates);
}

void KitTexts::showPreview()
{
    QStringList problems;
    const QList<UnknownKitField> unknown = unknownFieldsOf(current().text);
    for (const UnknownKitField &field : unknown.first(std::min(mostProblems, unknown.size())))
        problems << sentenceFor(field);
    if (unknown.size() > mostProblems)
        problems << tr("And %1 more.").arg(QLocale().toString(unknown.size() - mostProblems));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());

    QStringList doubts;
    FilledTemplate filled;
    if (m_facts) {
        filled = filledTemplate(current().text, *m_facts);
        if (!filled.missing.isEmpty())
            doubts << tr("Not read yet, and left empty: %1.").arg(filled.missing.join(u", "_s));
        const QString ofShell = current().isScript ? shellDoubt(current().text, *m_facts) : QString();
        if (!ofShell.isEmpty())
            doubts
                << tr("The company’s name holds %1, which a shell may take for its own: look at the script "
                      "before it runs.")
                       .arg(ofShell);
    }
    m_doubts->setText(doubts.join(u'\n'));
    m_doubts->setVisible(!doubts.isEmpty());
    m_preview->setPlainText(filled.text);
    m_previewTitle->setText(m_facts
                                ? tr("For %1, %2").arg(visibleText(m_facts->company), label(m_facts->system))
                                : tr("Select a company above to see the text filled in"));
    m_copy->setEnabled(!filled.text.isEmpty());
    m_copyAll->setText(m_companyCount == 1
                           ? tr("Copy for 1 company")
                           : tr("Copy for %1 companies").arg(QLocale().toString(m_companyCount)));
    m_copyAll->setEnabled(m_companyCount > 0 && !current().text.isEmpty());
}
