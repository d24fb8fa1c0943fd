// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace Qt::StringLiterals;

/// Relative luminance and contrast as WCAG 2.1 defines them.
static double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

static double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

static QString nameOf(Token token)
{
    return tokenTable.at(static_cast<std::size_t>(token)).name;
}

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead_data();
    void textCanBeRead();
    void linesAndBarsCanBeSeen_data();
    void linesAndBarsCanBeSeen();
    void styleSheetUsesOnlyColoursOfTheTable();
    void unknownNamesStayInTheStyleSheet();
    void chosenShadeReachesPaletteAndWidgets();
    void sameShadeAgainIsNoChange();
    void startsInTheShadeOfTheDesktop();
    void followsTheDesktop();
    void forcedShadeWithstandsTheDesktop();
    void endTakesTheLooksOff();
    void disabledTextIsDisabled();
    void digitsOfTheBaseFontShareOneWidth();
    void desktopKeepsItsFamilyWhereDigitsAreEven();
    void controlsHaveTheirHeights();
    void placeholderHasItsOwnInk();
    void wrongFieldIsMarked();
};

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("ground");
    const QList<Token> inks{Token::Text, Token::Text2, Token::Text3, Token::Acc, Token::Ok,
                            Token::Warn, Token::Bad,   Token::Run,   Token::Idle};
    const QList<Token> grounds{Token::Base,  Token::Win, Token::Side,
                               Token::Hover, Token::Sel, Token::SelInactive};
    const auto add = [](Token ink, Token ground) {
        QTest::newRow(qPrintable(nameOf(ink) + u" on "_s + nameOf(ground))) << ink << ground;
    };
    for (const Token ground : grounds) {
        for (const Token ink : inks) {
            const bool isSelection = ground == Token::Sel || ground == Token::SelInactive;
            if (ink != Token::Text3 || !isSelection) // selected rows take Text2
                add(ink, ground);
        }
    }
    for (const Token fill : {Token::Accfill, Token::AccfillHover, Token::AccfillPressed})
        add(Token::OnAccfill, fill);
    for (const Token tint : {Token::Warnt, Token::Badt})
        add(Token::Text, tint);
    add(Token::Text, Token::Raise);
    add(Token::Text, Token::Press);
    add(Token::Warn, Token::Warnt); // the badge of another host
}

void TestTheme::textCanBeRead()
{
    QFETCH(Token, ink);
    QFETCH(Token, ground);
    for (const Shade shade : {Shade::Light, Shade::Dark})
        QVERIFY2(contrast(tokenColor(ink, shade), tokenColor(ground, shade)) >= 4.5,
                 shade == Shade::Light ? "light" : "dark");
}

void TestTheme::linesAndBarsCanBeSeen_data()
{
    QTest::addColumn<Token>("fill");
    QTest::addColumn<Token>("ground");
    for (const Token fill :
         {Token::Ctl, Token::Acc, Token::Okb, Token::Warnb, Token::Badb, Token::Runb, Token::Idleb})
        QTest::newRow(qPrintable(nameOf(fill) + u" on base"_s)) << fill << Token::Base;
    QTest::newRow("ctl on win") << Token::Ctl << Token::Win;
}

void TestTheme::linesAndBarsCanBeSeen()
{
    QFETCH(Token, fill);
    QFETCH(Token, ground);
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const double measured = contrast(tokenColor(fill, shade), tokenColor(ground, shade));
        QVERIFY2(measured >= 2.95, qPrintable(QString::number(measured)));
    }
}

static QString styleSheetSource()
{
    QFile file(u":/style.qss"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestTheme::styleSheetUsesOnlyColoursOfTheTable()
{
    Theme theme;
    QTest::failOnWarning(QRegularExpression(u"parse application stylesheet"_s));
    theme.setMode(ThemeMode::Dark);
    QWidget().ensurePolished();
    const QString source = styleSheetSource();
    QVERIFY(source.contains(u"@text2"_s));
    static const QRegularExpression comments(u"/\\*.*?\\*/"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression literalColour(u":[^;@]*(#[0-9a-fA-F]{3,8}\\b|rgba?\\()"_s);
    QString rules = source;
    rules.remove(comments);
    QVERIFY2(!literalColour.match(rules).hasMatch(), qPrintable(literalColour.match(rules).captured()));
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const QString filled = withColors(rules, shade);
        const qsizetype left = filled.indexOf(u'@');
        QVERIFY2(left < 0, qPrintable(filled.mid(left, 20)));
    }
}

void TestTheme::unknownNamesStayInTheStyleSheet()
{
    QCOMPARE(withColors(u"a { b: @nothing; color: @text }"_s, Shade::Light),
             u"a { b: @nothing; color: #1b1f26 }"_s);
    QCOMPARE(withColors(u"@accfill-hover @accfill"_s, Shade::Light), u"#2c43ae #3650c8"_s);
}

void TestTheme::chosenShadeReachesPaletteAndWidgets()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    const QPushButton button(u"Refresh"_s);
    QSignalSpy changes(&theme, &Theme::changed);

    theme.setMode(ThemeMode::Dark);

    QCOMPARE(changes.size(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.color(Token::Base), QColor(u"#15171A"_s));
    QCOMPARE(QApplication::palette().color(QPalette::Base), theme.color(Token::Base));
    QCOMPARE(QApplication::palette().color(QPalette::Inactive, QPalette::Highlight),
             theme.color(Token::SelInactive));
    QCOMPARE(button.palette().color(QPalette::WindowText), theme.color(Token::Text));
    QVERIFY(qApp->styleSheet().contains(theme.color(Token::Raise).name()));
}

void TestTheme::sameShadeAgainIsNoChange()
{
    Theme theme;
    theme.setMode(ThemeMode::Dark);
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changes.size(), 0);
}

static QPalette desktopPalette(const QColor &window, const QColor &text)
{
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

void TestTheme::startsInTheShadeOfTheDesktop()
{
    QApplication::setPalette(desktopPalette(Qt::black, Qt::lightGray));
    const Theme theme;
    QCOMPARE(theme.mode(), ThemeMode::System);
    QVERIFY(theme.isDark());
}

/// The desktop was dark when the console began; the platform's own palette here is light.
void TestTheme::followsTheDesktop()
{
    QApplication::setPalette(desktopPalette(Qt::black, Qt::lightGray));
    Theme theme;
    QVERIFY(theme.isDark());
    QSignalSpy changes(&theme, &Theme::changed);
    QWidget window;
    QEvent news(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &news);
    QCoreApplication::sendEvent(&window, &news);

    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColor(Token::Win, Shade::Light));

    QCoreApplication::sendEvent(&window,
                                &news); // nothing new: our own palette is not taken for the desktop's
    QCoreApplication::processEvents();
    QCOMPARE(changes.size(), 1);
}

void TestTheme::forcedShadeWithstandsTheDesktop()
{
    QApplication::setPalette(desktopPalette(Qt::black, Qt::lightGray));
    Theme theme;
    theme.setMode(ThemeMode::Dark);
    QSignalSpy changes(&theme, &Theme::changed);
    QWidget window;
    QEvent news(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &news);
    QCoreApplication::processEvents();
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokenColor(Token::Win, Shade::Dark));
    QCOMPARE(changes.size(), 0);

    theme.setMode(ThemeMode::System); // what the desktop said meanwhile counts now
    QVERIFY(!theme.isDark());
    QCOMPARE(changes.size(), 1);
}

void TestTheme::endTakesTheLooksOff()
{
    {
        Theme theme;
        theme.setMode(ThemeMode::Dark);
    }
    QVERIFY(qApp->styleSheet().isEmpty());
    QVERIFY(!isDarkPalette(QApplication::palette()));
}

void TestTheme::disabledTextIsDisabled()
{
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const QPalette palette = themePalette(shade);
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            QCOMPARE(palette.color(QPalette::Disabled, role), tokenColor(Token::Dis, shade));
    }
}

void TestTheme::digitsOfTheBaseFontShareOneWidth()
{
    const Theme theme;
    QVERIFY(digitsShareOneWidth(theme.font(TextStyle::Base)));
    QCOMPARE(theme.font(TextStyle::Base).pixelSize(), 13);
    QCOMPARE(theme.font(TextStyle::Title).pixelSize(), 15);
    QCOMPARE(theme.font(TextStyle::Title).weight(), QFont::DemiBold);
    QVERIFY(QFontMetricsF(theme.font(TextStyle::Mono)).horizontalAdvance(u'i')
            == QFontMetricsF(theme.font(TextStyle::Mono)).horizontalAdvance(u'M'));
}

void TestTheme::desktopKeepsItsFamilyWhereDigitsAreEven()
{
    QFont desktop(u"DejaVu Sans"_s);
    QVERIFY(digitsShareOneWidth(desktop));
    QCOMPARE(textFamily(desktop), u"DejaVu Sans"_s);
}

void TestTheme::controlsHaveTheirHeights()
{
    const Theme theme;
    QPushButton button(u"Try again"_s);
    QCOMPARE(button.sizeHint().height(), 28);
    setSmall(&button);
    QCOMPARE(button.sizeHint().height(), 24);
    QToolButton tool;
    tool.setIcon(glyphIcon(theme, Glyph::Refresh));
    QCOMPARE(tool.sizeHint(), QSize(28, 28));
    setSmall(&tool);
    QCOMPARE(tool.sizeHint(), QSize(24, 24));
    QToolButton tab;
    tab.setText(u"Devices"_s);
    setKind(&tab, ButtonKind::Tab);
    QCOMPARE(tab.sizeHint().height(), 43); // the line below the tool bar makes it 44
    QCOMPARE(QLineEdit().sizeHint().height(), 28);
    QComboBox combo;
    combo.addItem(u"System"_s);
    QCOMPARE(combo.sizeHint().height(), 28);
    QSpinBox spin;
    spin.ensurePolished();
    QCOMPARE(spin.minimumHeight(), 28);
}

void TestTheme::placeholderHasItsOwnInk()
{
    const Theme theme;
    QLineEdit field;
    field.setPlaceholderText(u"████"_s); // filled blocks: their middle has the pure ink
    field.resize(120, 28);
    QCOMPARE(field.grab().toImage().pixelColor(24, 14), theme.color(Token::Text3));
}

void TestTheme::wrongFieldIsMarked()
{
    const Theme theme;
    QLineEdit field;
    field.resize(120, 28);
    const auto edge = [&field] {
        return QColor(field.grab().toImage().pixel(60, 1));
    };
    QVERIFY(edge() != theme.color(Token::Bad));
    setWrong(&field, true);
    QCOMPARE(edge(), theme.color(Token::Bad));
    setWrong(&field, false);
    QVERIFY(edge() != theme.color(Token::Bad));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
