// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window: their tabs, their tools in the bar, and what the keyboard finds in them.
#include "ui/window/pages.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_welcome = new QLabel(u"welcome"_s);
        m_first = new QLabel(u"first"_s);
        m_second = new QLabel(u"second"_s);
        m_tool = new QLineEdit;
        m_steps = 0;
        m_pages = std::make_unique<Pages>(m_theme, m_welcome);
        m_pages->add(m_first,
                     {.name = u"firstTab"_s,
                      .text = u"First"_s,
                      .accessibleName = u"First page"_s,
                      .tool = m_tool,
                      .areas = {m_first}});
        m_pages->add(m_second,
                     {.name = u"secondTab"_s,
                      .text = u"Second"_s,
                      .accessibleName = u"Second page"_s,
                      .areas = {m_second},
                      .stepBack = [this] {
                          return m_steps++ == 0;
                      }});
        m_pages->QWidget::show();
    }

    void cleanup() { m_pages.reset(); }

    void theWelcomePageStandsThereUntilSomethingIsOpen()
    {
        QVERIFY(m_welcome->isVisible());
        QVERIFY(!m_tool->isVisible());
        QVERIFY(!tab(u"secondTab"_s)->isEnabled());
        m_pages->setOpen(true);
        QVERIFY(m_first->isVisible());
        QVERIFY(!m_welcome->isVisible());
        QVERIFY(m_tool->isVisible());
        m_pages->show(m_second);
        m_pages->setOpen(false);
        m_pages->setOpen(true);
        QVERIFY(m_first->isVisible()); // what is opened next begins with the first page
    }

    void aTabShowsItsPageAndItsTool()
    {
        m_pages->setOpen(true);
        QTest::mouseClick(tab(u"secondTab"_s), Qt::LeftButton);
        QCOMPARE(m_pages->current(), m_second);
        QVERIFY(m_second->isVisible());
        QVERIFY(!m_tool->isVisible());
        QVERIFY(tab(u"secondTab"_s)->isChecked());
        QVERIFY(!tab(u"firstTab"_s)->isChecked());
        QTest::mouseClick(tab(u"secondTab"_s), Qt::LeftButton);
        QVERIFY(tab(u"secondTab"_s)->isChecked()); // a second click does not take it away
        QCOMPARE(tab(u"secondTab"_s)->defaultAction()->shortcut(), QKeySequence(Qt::ALT | Qt::Key_2));
    }

    void theKeyboardFindsWhatThePageHas()
    {
        m_pages->setOpen(true);
        QCOMPARE(m_pages->areas(), (QList<QWidget *>{m_tool, m_first}));
        QVERIFY(!m_pages->stepBack());
        m_pages->show(m_second);
        QCOMPARE(m_pages->areas(), QList<QWidget *>{m_second});
        QVERIFY(!m_pages->tool());
        QVERIFY(m_pages->stepBack());
        QVERIFY(!m_pages->stepBack());
    }

private:
    QToolButton *tab(const QString &name) const { return m_pages->findChild<QToolButton *>(name); }

    Theme m_theme;
    std::unique_ptr<Pages> m_pages;
    QLabel *m_welcome = nullptr;
    QLabel *m_first = nullptr;
    QLabel *m_second = nullptr;
    QLineEdit *m_tool = nullptr;
    int m_steps = 0;
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
