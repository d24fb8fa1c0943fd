// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/limitdialog.h"

#include "app/health/limittext.h"
#include "ui/health/limitrulemodel.h"
#include "ui/widgets/fieldfault.h"
#include "ui/window/looks.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int limitsWidth = 440;

} // namespace

LimitDialog::LimitDialog(const Fleet &fleet, const LimitBook &book, const std::optional<LimitPlace> &place,
                         QWidget *parent)
    : QDialog(parent), m_places(fleet), m_book(book), m_given(place),
      m_placeFault(new FieldFault(u"limitPlaceFault"_s, this)),
      m_fault(new FieldFault(u"limitsFault"_s, this))
{
    setObjectName(u"limitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(place ? tr("Limits of %1").arg(m_places.title(*place)) : tr("Add limits"));
    auto *form = new QFormLayout;
    form->setSpacing(8);
    if (!place)
        addChoice(*form);
    for (size_t kind = 0; kind < limitKindCount; ++kind)
        addLimit(*form, static_cast<LimitKind>(kind));
    layOut(form);
    if (m_kind)
        followChoice();
    showLimits();
}

void LimitDialog::addChoice(QFormLayout &form)
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"limitPlaceKind"_s);
    m_kind->setAccessibleName(tr("What the limits are for"));
    // kinds of system stand in the table already
    for (const LimitPlaceKind kind :
         {LimitPlaceKind::Company, LimitPlaceKind::Group, LimitPlaceKind::Account})
        m_kind->addItem(label(kind), static_cast<int>(kind));
    m_place = new QComboBox(this);
    m_place->setObjectName(u"limitPlace"_s);
    m_place->setAccessibleName(tr("Which one"));
    m_place->setEditable(true); // thousands of companies are found by typing
    m_place->setInsertPolicy(QComboBox::NoInsert);
    m_place->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_place->completer()->setFilterMode(Qt::MatchContains);
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form.addRow(tr("For"), m_kind);
    form.addRow(QString(), m_place);
    form.addRow(QString(), m_placeFault);
}

void LimitDialog::followChoice()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LimitDialog::showPlaces);
    connect(m_place, &QComboBox::editTextChanged, this, [this] {
        m_placeFault->say(m_place, {});
        showLimits();
    });
    showPlaces();
}

void LimitDialog::addLimit(QFormLayout &form, LimitKind kind)
{
    static constexpr std::array names{"limitStale", "limitLate", "limitOffline", "limitFresh"};
    const QString name = QLatin1StringView(names[static_cast<size_t>(kind)]);
    Field &field = m_fields[static_cast<size_t>(kind)];
    field.edit = new QLineEdit(this);
    field.edit->setObjectName(name);
    field.edit->setAccessibleName(label(kind));
    field.edit->setAccessibleDescription(meaning(kind));
    field.edit->setToolTip(meaning(kind).toHtmlEscaped());
    if (m_given) {
        if (const std::optional<qint64> limit = m_book.set(*m_given)[static_cast<size_t>(kind)])
            field.edit->setText(limitText(*limit, locale()));
    }
    field.fault = new FieldFault(name + u"Fault"_s, this);
    form.addRow(label(kind), field.edit);
    form.addRow(QString(), field.fault);
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] {
        field.fault->say(field.edit, {});
        m_fault->say(nullptr, {});
    });
}

void LimitDialog::layOut(QFormLayout *form)
{
    auto *hint =
        new QLabel(tr("Write 36 h, 7 d or 1 d 12 h. What is left empty stays as the grey text says."), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    setInk(hint, Ink::Text2);
    auto *keep = new QPushButton(tr("Set limits"), this);
    keep->setObjectName(u"keepLimits"_s);
    keep->setDefault(true);
    setKind(keep, ButtonKind::Main);
    connect(keep, &QPushButton::clicked, this, &LimitDialog::keep);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelLimits"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_fault);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(limitsWidth);
}

void LimitDialog::showPlaces()
{
    m_place->clear();
    const auto kind = static_cast<LimitPlaceKind>(m_kind->currentData().toInt());
    for (const NamedLimitPlace &each : m_places.all(kind))
        m_place->addItem(each.title, QVariant::fromValue(each.place));
    m_place->setCurrentIndex(-1);
    m_place->lineEdit()->setPlaceholderText(tr("Type a part of its name"));
}

/// What holds where nothing is written.
void LimitDialog::showLimits()
{
    const std::optional<LimitPlace> place = m_given ? m_given : chosen();
    const MachineKind *system = place ? std::get_if<MachineKind>(&*place) : nullptr;
    for (size_t kind = 0; kind < limitKindCount; ++kind) {
        const QString shown = system
            ? tr("%1, the default")
                  .arg(limitText(defaultLimits(*system).of(static_cast<LimitKind>(kind)), locale()))
            : tr("as a wider place says");
        m_fields[kind].edit->setPlaceholderText(shown);
    }
}

std::optional<LimitPlace> LimitDialog::chosen() const
{
    const int row = m_place ? m_place->findText(m_place->currentText().trimmed(), Qt::MatchFixedString) : -1;
    return row < 0 ? std::nullopt : std::optional(m_place->itemData(row).value<LimitPlace>());
}

QString LimitDialog::placeFault() const
{
    const QString typed = m_place->currentText().trimmed();
    const std::optional<LimitPlace> place = chosen();
    if (typed.isEmpty())
        return tr("Choose what the limits are for.");
    if (!place)
        return tr("Steward knows no “%1”. Choose one of the list.").arg(typed);
    if (m_book.places().contains(*place))
        return tr("There are limits for it already. Change those instead.");
    return {};
}

/// Nothing when a field is not understood; its fault says it.
std::optional<LimitSet> LimitDialog::readLimits()
{
    LimitSet set;
    bool isGood = true;
    for (size_t kind = 0; kind < limitKindCount; ++kind) {
        const Field &field = m_fields[kind];
        const QString typed = field.edit->text().trimmed();
        if (typed.isEmpty())
            continue;
        set[kind] = limitFromText(typed, locale());
        if (set[kind])
            continue;
        field.fault->say(field.edit, tr("Write a time with its unit, like 36 h or 7 d; 10 years at most."));
        if (isGood)
            field.edit->setFocus();
        isGood = false;
    }
    return isGood ? std::optional(set) : std::nullopt;
}

/// Faults take lines of their own.
void LimitDialog::makeRoom()
{
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void LimitDialog::keep()
{
    const std::optional<LimitSet> set = readLimits();
    const QString fault = m_given ? QString() : placeFault();
    m_placeFault->say(m_place, fault);
    const std::optional<LimitPlace> place = m_given ? m_given : chosen();
    if (!set || !fault.isEmpty() || !place) {
        makeRoom();
        return;
    }
    if (!m_given && std::ranges::none_of(*set, [](const auto &limit) { return limit.has_value(); })) {
        m_fault->say(nullptr, tr("Set one limit at least."));
        makeRoom();
        return;
    }
    emit limitsChosen(*place, *set);
    accept();
}
