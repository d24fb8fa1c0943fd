// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingeditor.h"

#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 220;

QString settingText(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

} // namespace

SettingEditor::SettingEditor(Settings &settings, const SettingRow &row, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_row(row), m_field(makeField()),
      m_reset(new QPushButton(tr("Default"), this))
{
    const QString key = QString::fromLatin1(row.key);
    setObjectName(u"setting_"_s + key);
    m_field->setObjectName(u"field_"_s + key);
    m_field->setAccessibleName(settingText(row.title));
    m_field->setAccessibleDescription(settingText(row.meaning));
    m_field->setFixedWidth(fieldWidth);
    m_reset->setObjectName(u"reset_"_s + key);
    m_reset->setAccessibleName(tr("%1: back to the default").arg(settingText(row.title)));
    m_reset->setAutoDefault(false);
    setKind(m_reset, ButtonKind::Link);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_settings.reset(m_row); });
    connect(&settings, &Settings::changed, this, &SettingEditor::showValue);

    auto *title = new QLabel(settingText(row.title), this);
    title->setFont(theme.font(TextStyle::Strong));
    title->setBuddy(m_field);
    auto *meaning = new QLabel(settingText(row.meaning), this);
    meaning->setWordWrap(true);
    setInk(meaning, Ink::Text2);
    for (QLabel *label : {title, meaning})
        label->setTextFormat(Qt::PlainText);
    auto *fieldRow = new QHBoxLayout;
    fieldRow->addWidget(m_field);
    fieldRow->addWidget(m_reset);
    fieldRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(meaning);
    column->addLayout(fieldRow);
    showValue();
}

bool SettingEditor::matches(const QString &text) const
{
    QString all = settingText(m_row.title) + u' ' + settingText(m_row.meaning);
    for (const SettingWord &word : m_row.words)
        all += u' ' + settingText(word.label);
    const QStringList wanted = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        wanted, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

QWidget *SettingEditor::makeField()
{
    switch (m_row.kind) {
    case SettingKind::Word:
        return makeWords();
    case SettingKind::Switch:
        return makeSwitch();
    default:
        return makeNumber();
    }
}

QWidget *SettingEditor::makeWords()
{
    auto *box = new QComboBox(this);
    for (const SettingWord &word : m_row.words)
        box->addItem(settingText(word.label), word.value);
    connect(box, &QComboBox::activated, this,
            [this, box](int place) { m_settings.setNumber(m_row, box->itemData(place).toInt()); });
    m_show = [box](int value) {
        box->setCurrentIndex(box->findData(value));
    };
    return box;
}

QWidget *SettingEditor::makeNumber()
{
    auto *box = new QSpinBox(this);
    box->setRange(m_row.least, m_row.most);
    box->setKeyboardTracking(false); // not each digit
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setNumber(m_row, value); });
    m_show = [box](int value) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    };
    return box;
}

QWidget *SettingEditor::makeSwitch()
{
    auto *box = new QCheckBox(tr("On"), this);
    connect(box, &QCheckBox::clicked, this, [this](bool isOn) { m_settings.setNumber(m_row, isOn ? 1 : 0); });
    m_show = [box](int value) {
        box->setChecked(value != 0);
    };
    return box;
}

void SettingEditor::showValue()
{
    const int value = m_settings.number(m_row);
    m_show(value);
    m_reset->setVisible(value != m_row.fallback);
}
