// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/querychips.h"

#include "app/base/visibletext.h"
#include "ui/query/querytext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 24;
constexpr int widestValue = 180;
constexpr int chipGap = 8;

QString fieldText(const QueryPart &part, const QueryFields &fields)
{
    return part.field == anyField ? QString() : fields.at(part.field).name;
}

QString valueText(const QueryPart &part, const QueryFields &fields)
{
    const QString values = visibleText(shownValues(part, fields));
    return part.isExcluded ? QueryChips::tr("not %1").arg(values) : values;
}

} // namespace

QueryChips::QueryChips(QueryText &query, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_query(query), m_theme(theme), m_more(new QToolButton(this)),
      m_clear(new QToolButton(this))
{
    setObjectName(u"queryChips"_s);
    setAccessibleName(tr("Active filters"));
    m_more->setObjectName(u"moreChips"_s);
    setKind(m_more, ButtonKind::Link);
    m_clear->setObjectName(u"clearQuery"_s);
    m_clear->setText(tr("Clear all"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    setKind(m_clear, ButtonKind::Link);
    connect(m_more, &QToolButton::clicked, this, &QueryChips::openMore);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_query.setText({}); });
    connect(&query, &QueryText::queryChanged, this, &QueryChips::showParts);
    showParts();
}

void QueryChips::showParts()
{
    for (QWidget *chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // its own cross may be at work
    }
    m_chips.clear();
    for (size_t part = 0; part < m_query.query().parts.size(); ++part)
        m_chips.push_back(makeChip(part));
    updateGeometry();
    place();
}

QWidget *QueryChips::makeChip(size_t part)
{
    const QueryPart &shown = m_query.query().parts[part];
    const QueryFields &fields = m_query.queryFields();
    const QString field = fieldText(shown, fields);
    const QString value = valueText(shown, fields);
    auto *chip = new QFrame(this);
    chip->setObjectName(u"queryChip"_s);
    chip->setProperty("kind", u"chip"_s);
    auto *name = new QLabel(field, chip);
    name->setTextFormat(Qt::PlainText);
    name->setFont(m_theme.font(TextStyle::Small));
    name->setVisible(!field.isEmpty());
    setInk(name, Ink::Text2);
    auto *text = new ElidedLabel(value, chip);
    text->setObjectName(u"queryChipValue"_s);
    text->setFont(m_theme.font(TextStyle::Small));
    text->setMaximumWidth(widestValue);
    text->setMinimumWidth(std::min(widestValue, text->sizeHint().width()));
    auto *cross = new QToolButton(chip);
    cross->setObjectName(u"removeChip"_s);
    cross->setIcon(glyphIcon(m_theme, Glyph::Cross));
    setSmall(cross);
    cross->setAccessibleName(tr("Remove %1").arg(QString(field + u' ' + value).trimmed()));
    cross->setToolTip(tr("Take this out of the query"));
    connect(cross, &QToolButton::clicked, this, [this, part] {
        if (part < m_query.query().parts.size())
            m_query.removePart(m_query.query().parts[part]);
    });
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(name);
    row->addWidget(text);
    row->addWidget(cross);
    chip->setFixedHeight(chipHeight);
    return chip;
}

QSize QueryChips::sizeHint() const
{
    int width = 0;
    for (const QWidget *chip : m_chips)
        width += chip->sizeHint().width() + chipGap;
    return {width + (m_chips.empty() ? 0 : m_clear->sizeHint().width()), chipHeight};
}

void QueryChips::place()
{
    const int clearWidth = m_clear->sizeHint().width();
    const int moreWidth = m_more->sizeHint().width() + chipGap;
    int left = 0;
    m_shown = 0;
    for (const QWidget *chip : m_chips) {
        const bool isLast = m_shown + 1 == m_chips.size();
        const int behind = clearWidth + (isLast ? 0 : moreWidth);
        if (left + chip->sizeHint().width() + chipGap + behind > width())
            break;
        left += chip->sizeHint().width() + chipGap;
        ++m_shown;
    }
    left = 0;
    const int top = (height() - chipHeight) / 2;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        QWidget *chip = m_chips[i];
        chip->setVisible(i < m_shown);
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                             QRect(left, top, chip->sizeHint().width(), chipHeight)));
        left += i < m_shown ? chip->width() + chipGap : 0;
    }
    const size_t hidden = m_chips.size() - m_shown;
    m_more->setVisible(hidden > 0);
    m_more->setText(u'+' + locale().toString(hidden));
    m_more->setAccessibleName(tr("%Ln more filters", nullptr, static_cast<int>(hidden)));
    const auto put = [&](QToolButton *button) {
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                               QRect(left, top, button->sizeHint().width(), chipHeight)));
        left += button->width() + chipGap;
    };
    if (hidden > 0)
        put(m_more);
    m_clear->setVisible(!m_chips.empty());
    put(m_clear);
}

void QueryChips::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"moreChipsMenu"_s);
    const QueryFields &fields = m_query.queryFields();
    for (size_t i = m_shown; i < m_query.query().parts.size(); ++i) {
        const QueryPart part = m_query.query().parts[i];
        const QString text = QString(fieldText(part, fields) + u' ' + valueText(part, fields)).trimmed();
        constexpr qsizetype longest = 60;
        menu->addAction(
            glyphIcon(m_theme, Glyph::Cross),
            tr("Remove %1").arg(text.first(std::min(text.size(), longest))).replace(u'&', u"&&"_s), this,
            [this, part] { m_query.removePart(part); });
    }
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void QueryChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}
