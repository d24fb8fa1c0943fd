// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/exportform.h"

#include "ui/window/looks.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int remarkIndent = 22; // below the word, not below the ring

struct SeparatorRow
{
    CsvSeparator separator;
    const char *label; ///< Context "ExportForm".
};
constexpr std::array separators{
    SeparatorRow{CsvSeparator::Comma, QT_TRANSLATE_NOOP("ExportForm", "Comma")},
    SeparatorRow{CsvSeparator::Semicolon, QT_TRANSLATE_NOOP("ExportForm", "Semicolon")},
    SeparatorRow{CsvSeparator::Tab, QT_TRANSLATE_NOOP("ExportForm", "Tab")},
};

QString suffixOf(SheetFormat format)
{
    const auto row = std::ranges::find(sheetFormats(), format, &SheetFormatRow::format);
    return QString::fromLatin1(row->suffix);
}

bool isSuffixOfOurs(const QString &suffix)
{
    return std::ranges::any_of(sheetFormats(), [&](const SheetFormatRow &row) {
        return suffix.compare(QLatin1StringView(row.suffix), Qt::CaseInsensitive) == 0;
    });
}

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

/// A row of fields of which the last takes what is left.
QHBoxLayout *makeRow(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

ExportForm::ExportForm(const ExportHabits &habits, const QString &name, QWidget *parent)
    : QWidget(parent), m_habits(habits), m_format(new QComboBox(this)),
      m_separatorLabel(new QLabel(tr("separated by"), this)), m_separator(new QComboBox(this)),
      m_choices{makeChoice(u"exportShown"_s), makeChoice(u"exportSelected"_s)}, m_file(new QLineEdit(this))
{
    setObjectName(u"exportForm"_s);
    if (!QFileInfo(m_habits.folder).isDir())
        m_habits.folder = documents();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->addRow(tr("Format"), makeFormatRow());
    form->addRow(tr("Rows"), makeRowsRow());
    form->addRow(tr("File"), makeFileRow(name));
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportForm::followFormat);
    connect(m_file, &QLineEdit::textChanged, this, &ExportForm::changed);
    for (const Choice &choice : m_choices)
        connect(choice.button, &QRadioButton::toggled, this, &ExportForm::changed);
    m_choices[0].button->setChecked(true);
    followFormat();
}

QWidget *ExportForm::makeFormatRow()
{
    auto *row = new QWidget(this);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    for (const SheetFormatRow &format : sheetFormats())
        m_format->addItem(QCoreApplication::translate("SheetFormat", format.label),
                          static_cast<int>(format.format));
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(m_habits.format)));
    m_separator->setObjectName(u"exportSeparator"_s);
    m_separator->setAccessibleName(tr("Separator"));
    for (const SeparatorRow &separator : separators)
        m_separator->addItem(tr(separator.label), static_cast<int>(separator.separator));
    m_separator->setCurrentIndex(m_separator->findData(static_cast<int>(m_habits.separator)));
    m_separatorLabel->setTextFormat(Qt::PlainText);
    setInk(m_separatorLabel, Ink::Text2);
    QHBoxLayout *layout = makeRow(row);
    layout->addWidget(m_format);
    layout->addWidget(m_separatorLabel);
    layout->addWidget(m_separator);
    layout->addStretch(1);
    return row;
}

ExportForm::Choice ExportForm::makeChoice(const QString &name)
{
    auto *button = new QRadioButton(this);
    button->setObjectName(name);
    auto *remark = new QLabel(this);
    remark->setObjectName(name + u"Remark"_s);
    remark->setTextFormat(Qt::PlainText);
    remark->setWordWrap(true);
    remark->setContentsMargins(remarkIndent, 0, 0, 0);
    remark->hide();
    setInk(remark, Ink::Text2);
    return {.button = button, .remark = remark};
}

QWidget *ExportForm::makeRowsRow()
{
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Choice &choice : m_choices) {
        column->addWidget(choice.button);
        column->addWidget(choice.remark);
    }
    return rows;
}

QWidget *ExportForm::makeFileRow(const QString &name)
{
    auto *row = new QWidget(this);
    m_file->setObjectName(u"exportFile"_s);
    m_file->setAccessibleName(tr("File"));
    m_file->setMinimumWidth(320);
    m_file->setText(QDir::toNativeSeparators(QDir(m_habits.folder).filePath(name + u'.' + suffix())));
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(u"exportBrowse"_s);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportForm::browse);
    QHBoxLayout *layout = makeRow(row);
    layout->addWidget(m_file, 1);
    layout->addWidget(browse);
    return row;
}

void ExportForm::setCount(ExportRows rows, qsizetype count, const QString &remark)
{
    const Choice &choice = m_choices[static_cast<size_t>(rows)];
    const QString number = locale().toString(count);
    choice.button->setText(rows == ExportRows::Shown ? tr("Shown: %1").arg(number)
                                                     : tr("Selected: %1").arg(number));
    choice.button->setEnabled(count > 0 || rows == ExportRows::Shown);
    choice.remark->setText(remark);
    choice.remark->setVisible(!remark.isEmpty());
    if (rows == ExportRows::Selected && count == 0)
        m_choices[0].button->setChecked(true);
}

SheetFormat ExportForm::format() const
{
    return static_cast<SheetFormat>(m_format->currentData().toInt());
}

CsvSeparator ExportForm::separator() const
{
    return static_cast<CsvSeparator>(m_separator->currentData().toInt());
}

ExportRows ExportForm::rows() const
{
    return m_choices[1].button->isChecked() ? ExportRows::Selected : ExportRows::Shown;
}

QString ExportForm::suffix() const
{
    return suffixOf(format());
}

QString ExportForm::file() const
{
    QString text = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (text.startsWith(u"~/"_s))
        text = QDir::home().filePath(text.sliced(2));
    if (text.isEmpty())
        return {};
    const QString path = QDir::cleanPath(QDir(m_habits.folder).absoluteFilePath(text));
    const QString last = QFileInfo(path).suffix();
    const bool hasSuffix = !last.isEmpty() && !last.contains(u' '); // "Castell Inc. 2026" has none
    const bool isFolder = text.endsWith(u'/') || QFileInfo(path).isDir();
    return isFolder || hasSuffix ? path : path + u'.' + suffix();
}

ExportHabits ExportForm::habits() const
{
    return {.format = format(), .separator = separator(), .folder = QFileInfo(file()).path()};
}

void ExportForm::followFormat()
{
    m_separatorLabel->setVisible(format() == SheetFormat::Csv);
    m_separator->setVisible(format() == SheetFormat::Csv);
    // a suffix that the person chose on purpose stays
    const QString before = QFileInfo(m_file->text()).suffix();
    if (isSuffixOfOurs(before))
        m_file->setText(m_file->text().chopped(before.size()) + suffix());
    emit changed();
}

void ExportForm::browse()
{
    const auto row = std::ranges::find(sheetFormats(), format(), &SheetFormatRow::format);
    auto *dialog = new QFileDialog(this, tr("Export to"), QFileInfo(file()).path());
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, when it is done
    dialog->setNameFilters({u"%1 (*.%2)"_s.arg(QCoreApplication::translate("SheetFormat", row->label),
                                               QLatin1StringView(row->suffix)),
                            tr("All files (*)")});
    dialog->setDefaultSuffix(suffix());
    dialog->selectFile(QFileInfo(file()).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_file,
            [field = m_file](const QString &path) { field->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}
