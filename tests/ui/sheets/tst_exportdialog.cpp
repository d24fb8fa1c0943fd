// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sheets/diskfaults.h"
#include "tests/app/sheets/plainsheet.h"
#include "tests/app/sheets/strictcsv.h"
#include "ui/sheets/exportdialog.h"
#include "ui/widgets/facttext.h"
#include "ui/window/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

static const QByteArray older = "what stood here before\n";

/// A grid of numbered rows, of which some are selected.
class NumberedSubject : public ExportSubject
{
public:
    NumberedSubject(qsizetype shown, qsizetype selected) : m_shown(shown), m_selected(selected) { }

    QString title() const override { return u"Devices of <b>Castell</b>/../x"_s; }
    QString note() const override { return u"As of 14:03"_s; }
    qsizetype count(ExportRows rows) const override
    {
        return rows == ExportRows::Shown ? m_shown : m_selected;
    }
    QString remark(ExportRows rows) const override
    {
        return rows == ExportRows::Selected && m_selected > 0 ? u"3 more are not shown"_s : QString();
    }
    std::unique_ptr<SheetSource> source(ExportRows rows) const override
    {
        return std::make_unique<MadeSheet>(QList<SheetColumn>{{u"Number"_s, CellKind::Number}, {u"Name"_s}},
                                           count(rows), [](qsizetype row, SheetRows &cells) {
                                               cells.addNumber(qint64(row));
                                               cells.addText(
                                                   QByteArray("=device " + QByteArray::number(row)));
                                           });
    }
    void set(qsizetype shown, qsizetype selected)
    {
        m_shown = shown;
        m_selected = selected;
        emit changed();
    }

private:
    qsizetype m_shown;
    qsizetype m_selected;
};

/// What a click on *Open folder* opened.
class OpenedFolders : public QObject
{
    Q_OBJECT

public:
    OpenedFolders() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~OpenedFolders() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QList<QUrl> urls;

public slots:
    void take(const QUrl &url) { urls << url; }
};

/// The dialog as a person uses it, over files that are really written.
class TestExportDialog : public QObject
{
    Q_OBJECT

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putOlder(const QString &name) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(older), older.size());
    }
    QStringList filesThere() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    void open(qsizetype shown, qsizetype selected = 0)
    {
        auto subject = std::make_unique<NumberedSubject>(shown, selected);
        m_subject = subject.get();
        m_dialog = new ExportDialog(std::move(subject), {.folder = m_folder->path()}, *m_theme);
        m_dialog->show();
    }
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QPushButton *button(const char *name) const { return part<QPushButton>(name); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void nameFile(const QString &name) const { part<QLineEdit>("exportFile")->setText(path(name)); }
    void choose(SheetFormat format) const
    {
        auto *formats = part<QComboBox>("exportFormat");
        formats->setCurrentIndex(formats->findData(static_cast<int>(format)));
    }
    QString said() const { return part<QLabel>("exportSaid")->text(); }
    bool isWarned() const { return part<QWidget>("exportWarning")->isVisible(); }
    QString warning() const
    {
        return isWarned() ? part<QWidget>("exportWarning")->findChild<FactText *>()->shownText() : QString();
    }
    bool isOver() const { return button("startExport")->isVisible(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    NumberedSubject *m_subject = nullptr;
    QPointer<ExportDialog> m_dialog;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_theme = std::make_unique<Theme>();
    }
    void cleanup()
    {
        delete m_dialog;
        m_theme.reset();
        m_folder.reset();
    }

    void theRowsAreCounted_andStayCounted()
    {
        open(4212, 37);
        QCOMPARE(part<QRadioButton>("exportShown")->text(), u"Shown: 4,212"_s);
        QCOMPARE(part<QRadioButton>("exportSelected")->text(), u"Selected: 37"_s);
        QCOMPARE(part<QLabel>("exportSelectedRemark")->text(), u"3 more are not shown"_s);
        QCOMPARE(button("startExport")->text(), u"Export 4,212 rows"_s);
        QTest::mouseClick(part<QRadioButton>("exportSelected"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(button("startExport")->text(), u"Export 37 rows"_s);
        m_subject->set(4000, 1);
        QTRY_COMPARE(button("startExport")->text(), u"Export 1 row"_s);
        m_subject->set(4000, 0);
        QTRY_COMPARE(button("startExport")->text(), u"Export 4,000 rows"_s);
        QVERIFY(!part<QRadioButton>("exportSelected")->isEnabled());
        m_subject->set(0, 0);
        QTRY_VERIFY(!button("startExport")->isEnabled());
        QCOMPARE(button("startExport")->toolTip(), u"There are no rows to export"_s);
    }

    void theFileIsNamedAfterWhatIsShown_andFollowsTheFormat()
    {
        open(2);
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        const QString name = u"Devices of -b-Castell-b-..-x "_s + today;
        QLineEdit *file = part<QLineEdit>("exportFile");
        QCOMPARE(file->text(), path(name + u".csv"_s));
        QVERIFY(part<QComboBox>("exportSeparator")->isVisible());
        choose(SheetFormat::Markdown);
        QCOMPARE(file->text(), path(name + u".md"_s));
        QVERIFY(!part<QComboBox>("exportSeparator")->isVisible());
        nameFile(u"mine.txt"_s);
        choose(SheetFormat::Json);
        QCOMPARE(file->text(), path(u"mine.txt"_s));
        file->setText(u"Castell Inc. 2026"_s); // in the same folder, with the suffix that is missing
        click("startExport");
        QTRY_VERIFY(button("openExportFolder")->isVisible());
        QCOMPARE(filesThere(), QStringList{u"Castell Inc. 2026.json"_s});
        file->clear();
        QVERIFY(!button("startExport")->isEnabled());
    }

    void everyFormatIsWritten()
    {
        open(2, 1);
        QSignalSpy started(m_dialog, &ExportDialog::started);
        nameFile(u"a.csv"_s);
        auto *separators = part<QComboBox>("exportSeparator");
        separators->setCurrentIndex(separators->findText(u"Semicolon"_s));
        click("startExport");
        QTRY_VERIFY(isOver());
        QCOMPARE(content(u"a.csv"_s),
                 QByteArray("\xEF\xBB\xBF\"Number\";\"Name\"\r\n0;'=device 0\r\n1;'=device 1\r\n"));
        QCOMPARE(said(), u"a.csv is written: 2 rows, 48 bytes."_s);
        choose(SheetFormat::Json);
        QTest::mouseClick(part<QRadioButton>("exportSelected"), Qt::LeftButton, {}, QPoint(8, 8));
        click("startExport");
        QTRY_VERIFY(!content(u"a.json"_s).isEmpty());
        QCOMPARE(content(u"a.json"_s), QByteArray("[\n{\"Number\":0,\"Name\":\"=device 0\"}\n]\n"));
        for (const SheetFormat format : {SheetFormat::Html, SheetFormat::Markdown}) {
            QTRY_VERIFY(isOver());
            choose(format);
            click("startExport");
        }
        QTRY_VERIFY(content(u"a.md"_s).startsWith("## Devices of"));
        QTRY_VERIFY(content(u"a.html"_s).contains("As of 14:03"));
        QCOMPARE(filesThere(), (QStringList{u"a.csv"_s, u"a.html"_s, u"a.json"_s, u"a.md"_s}));
        const ExportHabits last = started.constLast().constFirst().value<ExportHabits>();
        QCOMPARE(last, (ExportHabits{SheetFormat::Markdown, CsvSeparator::Semicolon, m_folder->path()}));
    }

    void F63_anOlderFileIsReplacedOnlyWhenAsked()
    {
        putOlder(u"a & b.csv"_s);
        open(2);
        nameFile(u"a & b.csv"_s);
        click("startExport");
        QVERIFY2(warning().contains(u"There is a file a & b.csv already"_s), qPrintable(warning()));
        QCOMPARE(button("startExport")->text(), u"Replace a && b.csv"_s);
        QTest::keyClick(m_dialog, Qt::Key_Return); // is no yes
        QVERIFY(!isWarned());
        QCOMPARE(content(u"a & b.csv"_s), older);
        click("startExport");
        QTest::keyClick(m_dialog, Qt::Key_Escape); // neither
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(content(u"a & b.csv"_s), older);
        click("startExport");
        click("startExport");
        QTRY_VERIFY(content(u"a & b.csv"_s).contains("device 1"));
        QTRY_VERIFY(isOver());
        QVERIFY(!isWarned());
    }

    void F63_noRightToWriteIsSaid()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        open(2);
        {
            const NoRights rights;
            nameFile(u"a.csv"_s);
            click("startExport");
            QTRY_VERIFY(isWarned());
        }
        QVERIFY(
            QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY2(warning().contains(u"Steward may not write a.csv"_s), qPrintable(warning()));
        QVERIFY(isOver());
        QVERIFY(part<QWidget>("exportForm")->isEnabled());
        nameFile(u"b.csv"_s);
        QVERIFY(!isWarned());
    }

    void F63_aFullDiskIsSaid()
    {
        putOlder(u"a.csv"_s);
        open(200'000);
        nameFile(u"a.csv"_s);
        click("startExport");
        {
            const FullDisk disk(256 * 1024);
            click("startExport");
            QTRY_VERIFY(warning().contains(u"There is no room for a.csv"_s));
        }
        QVERIFY(warning().contains(u"Make room or choose another folder"_s));
        QCOMPARE(content(u"a.csv"_s), older);
        QCOMPARE(filesThere(), QStringList{u"a.csv"_s});
    }

    void F63_aHundredThousandRowsArrive_whileTheWindowLives()
    {
        open(100'000);
        nameFile(u"a.csv"_s);
        click("startExport");
        int turns = 0;
        QTimer others;
        connect(&others, &QTimer::timeout, this, [&turns] { ++turns; });
        others.start(0);
        QTRY_VERIFY(part<QProgressBar>("exportProgress")->value() > 0);
        QVERIFY(part<QProgressBar>("exportProgress")->isVisible());
        QVERIFY(!part<QWidget>("exportForm")->isEnabled());
        QTRY_VERIFY(button("openExportFolder")->isVisible());
        QVERIFY(turns > 10);
        QVERIFY2(said().startsWith(u"a.csv is written: 100,000 rows, "_s), qPrintable(said()));
        const auto lines = strictCsv(content(u"a.csv"_s).mid(3)); // behind the byte order mark
        QVERIFY(lines);
        QCOMPARE(lines->size(), 100'001);
        QCOMPARE(lines->last().last(), "'=device 99999");
        const OpenedFolders folders;
        click("openExportFolder");
        QCOMPARE(folders.urls, QList<QUrl>{QUrl::fromLocalFile(m_folder->path())});
    }

    void aCancelledExportLeavesWhatWasThere()
    {
        putOlder(u"a.csv"_s);
        open(5'000'000);
        nameFile(u"a.csv"_s);
        click("startExport");
        click("startExport");
        QTRY_VERIFY(part<QProgressBar>("exportProgress")->value() > 0);
        QCOMPARE(button("closeExport")->text(), u"Cancel export"_s);
        click("closeExport");
        QTRY_VERIFY(isOver());
        QVERIFY2(said().startsWith(u"Cancelled."_s), qPrintable(said()));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(content(u"a.csv"_s), older);
        QCOMPARE(filesThere(), QStringList{u"a.csv"_s});
    }

    void closedWhileItWrites_itCancelsAndGoes()
    {
        open(5'000'000);
        nameFile(u"a.csv"_s);
        click("startExport");
        QTRY_VERIFY(part<QProgressBar>("exportProgress")->value() > 0);
        m_dialog->close();
        QVERIFY(!m_dialog->isVisible());
        QTRY_VERIFY(!m_dialog);
        QVERIFY(filesThere().isEmpty());
    }

    void escapeCloses()
    {
        open(5);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void browsingAsksForAName_once()
    {
        putOlder(u"old.csv"_s);
        open(5);
        click("exportBrowse");
        auto *files = part<QFileDialog>("exportFileDialog");
        QVERIFY(files->isVisible());
        QVERIFY(files->testOption(QFileDialog::DontConfirmOverwrite));
        QCOMPARE(files->directory().path(), m_folder->path());
        files->selectFile(path(u"old.csv"_s));
        static_cast<QDialog *>(files)->accept(); // what its button does
        QCOMPARE(part<QLineEdit>("exportFile")->text(), path(u"old.csv"_s));
        QCOMPARE(content(u"old.csv"_s), older);
    }

    void everyControlIsNamed_andTextsArePlain()
    {
        open(5, 2);
        for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_dialog)
                || widget->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (!label->objectName().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(m_dialog->windowTitle(), u"Export: Devices of <b>Castell</b>/../x"_s);
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
