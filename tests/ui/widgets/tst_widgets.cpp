// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/theme.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void toolTipShowsMarkupLetterByLetter();
    void toolTipOfTenThousandCharactersEnds();
    void labelThatHasRoomShowsAllAndNeedsNoToolTip();
    void labelWithoutRoomElidesAndTellsAllInItsToolTip();
    void idsElideInTheMiddle();
    void lineBreaksBecomeBlanks();
    void emptyStateShowsWhatItHas();
    void emptyStateCutsNoLine();
    void emptyStateTellsWhatWasChosen();
};

void TestWidgets::toolTipShowsMarkupLetterByLetter()
{
    QCOMPARE(plainToolTip(u"<b>CAS</b>\nDC02 & more"_s),
             u"<qt>&lt;b&gt;CAS&lt;/b&gt;<br>DC02 &amp; more</qt>"_s);
    QVERIFY(Qt::mightBeRichText(plainToolTip(u"plain"_s))); // else Qt would show the entities
    QVERIFY(plainToolTip({}).isEmpty());
}

void TestWidgets::toolTipOfTenThousandCharactersEnds()
{
    const QString toolTip = plainToolTip(QString(10000, u'x'));
    QVERIFY(toolTip.size() < 2100);
    QVERIFY(toolTip.contains(u'…'));
}

static QString toolTipOver(QWidget &widget)
{
    QToolTip::hideText();
    QHelpEvent asked(QEvent::ToolTip, QPoint(2, 2), widget.mapToGlobal(QPoint(2, 2)));
    QCoreApplication::sendEvent(&widget, &asked);
    return QToolTip::text();
}

void TestWidgets::labelThatHasRoomShowsAllAndNeedsNoToolTip()
{
    ElidedLabel label(u"Castell Logistics"_s);
    label.resize(label.sizeHint());
    label.show();
    QCOMPARE(label.shownText(), u"Castell Logistics"_s);
    QVERIFY(toolTipOver(label).isEmpty());
}

void TestWidgets::labelWithoutRoomElidesAndTellsAllInItsToolTip()
{
    ElidedLabel label(u"Castell <b>Logistics</b> and Sons"_s);
    label.resize(90, 20);
    label.show();
    QVERIFY(label.shownText().endsWith(u'…'));
    QCOMPARE(label.text(), u"Castell <b>Logistics</b> and Sons"_s);
    QCOMPARE(toolTipOver(label), plainToolTip(label.text()));
    QVERIFY(label.minimumSizeHint().width() < 60);
}

void TestWidgets::idsElideInTheMiddle()
{
    ElidedLabel label(u"hflafghkkwqqzzbbpsbua6"_s);
    label.setElideMode(Qt::ElideMiddle);
    label.resize(100, 20);
    QVERIFY(label.shownText().startsWith(u'h'));
    QVERIFY(label.shownText().endsWith(u'6'));
    QVERIFY(label.shownText().contains(u'…'));
}

void TestWidgets::lineBreaksBecomeBlanks()
{
    ElidedLabel label(u"two\nlines"_s);
    label.resize(200, 20);
    QCOMPARE(label.shownText(), u"two lines"_s);
}

void TestWidgets::emptyStateShowsWhatItHas()
{
    const Theme theme;
    EmptyState empty(theme);
    empty.show();
    empty.setContent({.glyph = Glyph::Laptop,
                      .title = u"<b>Umber</b> has no devices"_s,
                      .sentences = u"Devices appear here after the IDrive client has been installed."_s,
                      .primaryAction = u"Copy setup link"_s});
    const auto *title = empty.findChild<QLabel *>(u"emptyTitle"_s);
    QCOMPARE(title->text(), u"<b>Umber</b> has no devices"_s);
    QCOMPARE(title->textFormat(), Qt::PlainText);
    QCOMPARE(title->font().pixelSize(), 15);
    QVERIFY(!empty.findChild<QLabel *>(u"emptyQuote"_s)->isVisible());
    QVERIFY(empty.findChild<QPushButton *>(u"emptyPrimary"_s)->isVisible());
    QVERIFY(!empty.findChild<QPushButton *>(u"emptySecondary"_s)->isVisible());
    QCOMPARE(empty.accessibleName(), u"<b>Umber</b> has no devices"_s);
}

void TestWidgets::emptyStateCutsNoLine()
{
    const Theme theme;
    EmptyState empty(theme);
    empty.resize(900, 700);
    empty.show();
    const auto *sentences = empty.findChild<QLabel *>(u"emptySentences"_s);
    const QString line = u"Devices appear here after the client has been installed. "_s;
    for (const int lines : {1, 3, 2}) {
        empty.setContent({.title = u"No devices"_s, .sentences = line.repeated(lines)});
        QTRY_VERIFY(sentences->height() >= sentences->heightForWidth(sentences->width()));
        const QRect text = sentences->fontMetrics().boundingRect(sentences->contentsRect(), Qt::TextWordWrap,
                                                                 sentences->text());
        QVERIFY(text.height() <= sentences->height());
    }
}

void TestWidgets::emptyStateTellsWhatWasChosen()
{
    const Theme theme;
    EmptyState empty(theme);
    empty.setContent({.title = u"No device matches"_s,
                      .primaryAction = u"Clear query"_s,
                      .secondaryAction = u"Drop tag:vip"_s});
    empty.show();
    QSignalSpy primary(&empty, &EmptyState::primaryChosen);
    QSignalSpy secondary(&empty, &EmptyState::secondaryChosen);
    QTest::mouseClick(empty.findChild<QPushButton *>(u"emptyPrimary"_s), Qt::LeftButton);
    QTest::mouseClick(empty.findChild<QPushButton *>(u"emptySecondary"_s), Qt::LeftButton);
    QCOMPARE(primary.size(), 1);
    QCOMPARE(secondary.size(), 1);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
