// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/companies/companyfixture.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Company company(const QString &id, const QString &name)
{
    Company company;
    company.id = CompanyId(id);
    company.name = name;
    return company;
}

} // namespace

/// The companies of the fleet as rows.
class TestCompanyTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<CompanyFixture>();
        m_model = std::make_unique<CompanyTreeModel>(m_fixture->fleet);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setAccounts({*m_fixture->account()});
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void ownCompanyComesFirstAndTheOthersInNaturalOrder()
    {
        read();
        QCOMPARE(names(*m_model, CompanyGroup::Tree),
                 (QStringList{u"Northwind"_s, u"Acme"_s, u"shop 9"_s, u"Shop 10"_s}));
        QCOMPARE(look(u"1"_s).suffix, u"own"_s);
        const CompanyLook account = m_model->look(m_model->top(CompanyGroup::Tree));
        QCOMPARE(account.title, u"Northwind"_s);
        QCOMPARE(account.count, u"5"_s);
    }

    void companiesThatOnlyDevicesNameStandApart()
    {
        read();
        QTRY_COMPARE(names(*m_model, CompanyGroup::KnownFromDevices), QStringList{u"Below"_s});
        QCOMPARE(names(*m_model, CompanyGroup::FoundBySearch), QStringList());
    }

    void notReadIsNeverZero()
    {
        m_fixture->server.setAnswer("/device/summary", {.bytes = jsonAnswer("[]"), .gate = "all"});
        m_fixture->server.setAnswer("/device/summary?company_id=3",
                                    {.bytes = jsonAnswer("[]"), .gate = "three"});
        m_fixture->fleet.refresh();
        QTRY_COMPARE(look(u"3"_s).count, u"not read yet"_s);
        QCOMPARE(look(u"3"_s).mark, CompanyMark::NotRead);
        m_fixture->server.bytes().open("all");
        QTRY_COMPARE(look(u"3"_s).count, u"reading"_s);
        QCOMPARE(look(u"3"_s).mark, CompanyMark::Reading);
        QVERIFY(m_model->isAnyReading());
        m_fixture->server.bytes().open("three");
        QTRY_COMPARE(look(u"3"_s).count, u"0"_s);
        QCOMPARE(look(u"3"_s).mark, CompanyMark::None);
    }

    void aFailedCompanySaysWhyAndKeepsTheOthers()
    {
        m_fixture->server.setAnswer("/device/summary?company_id=3",
                                    {.bytes = httpAnswer(500, "application/json", "{}")});
        QSignalSpy ended(&m_fixture->fleet, &Fleet::readingEnded);
        m_fixture->fleet.refresh();
        QVERIFY(ended.wait(30'000));
        QTRY_COMPARE(look(u"3"_s).mark, CompanyMark::Failed);
        const QModelIndex row = m_model->indexOf(CompanyFixture::key(u"3"_s));
        QVERIFY2(row.data(Qt::AccessibleDescriptionRole).toString().contains(u"failed while answering"_s),
                 qPrintable(row.data(Qt::AccessibleDescriptionRole).toString()));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"could not be read"_s));
        QCOMPARE(look(u"4"_s).count, u"2"_s);
    }

    void theFilterTakesNamesAndIds()
    {
        read();
        m_model->setFilter({.text = u"SHOP"_s, .always = {}});
        QCOMPARE(names(*m_model, CompanyGroup::Tree), (QStringList{u"shop 9"_s, u"Shop 10"_s}));
        m_model->setFilter({.text = u"4"_s, .always = {}});
        QCOMPARE(names(*m_model, CompanyGroup::Tree), QStringList{u"Acme"_s});
        m_model->setFilter({.text = u"nobody"_s, .always = {CompanyFixture::key(u"2"_s)}});
        QCOMPARE(names(*m_model, CompanyGroup::Tree), QStringList{u"Shop 10"_s});
        m_model->setFilter({});
        QCOMPARE(m_model->rowCount(m_model->top(CompanyGroup::Tree)), 4);
    }

    void aRefreshIsADifferenceAndKeepsWhatThePersonHas()
    {
        read();
        QTreeView view;
        view.setModel(m_model.get());
        view.expand(m_model->top(CompanyGroup::Tree));
        view.setCurrentIndex(m_model->indexOf(CompanyFixture::key(u"3"_s)));
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        // one is gone, one is new, one has another name and another place
        m_fixture->server.set("/device/summary?company_id=4", "[]");
        m_fixture->server.set("/device/summary?company_id=9", "[]");
        m_fixture->setSubs(
            {companyJson("3", "Aardvark"), companyJson("5", "Beta"), companyJson("2", "Shop 10")});
        m_fixture->server.set(
            "/device/summary",
            listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d5", "5")}));
        read();
        QTRY_COMPARE(names(*m_model, CompanyGroup::Tree),
                     (QStringList{u"Northwind"_s, u"Aardvark"_s, u"Beta"_s, u"Shop 10"_s}));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(m_model->company(view.currentIndex()), CompanyFixture::key(u"3"_s));
        QVERIFY(view.selectionModel()->isSelected(view.currentIndex()));
        QVERIFY(view.isExpanded(m_model->top(CompanyGroup::Tree)));
    }

    void F38_aThousandEqualNamesAreAllThereAndToldApart()
    {
        QList<Company> found;
        for (int i = 0; i < 1000; ++i)
            found.append(company(QString::number(5000 + i), u"Dental Care"_s));
        m_fixture->fleet.addFound(m_fixture->account()->id, found);
        QTRY_COMPARE(m_model->rowCount(m_model->top(CompanyGroup::FoundBySearch)), 1000);
        QSet<QString> suffixes;
        for (int row = 0; row < 1000; ++row)
            suffixes.insert(
                m_model->look(m_model->index(row, 0, m_model->top(CompanyGroup::FoundBySearch))).suffix);
        QCOMPARE(suffixes.size(), 1000);
        QVERIFY(suffixes.contains(u"5999"_s));
    }

    void whatWasCreatedBelowACompanyStandsRightBelowIt()
    {
        read();
        create(u"20"_s, u"Zebra"_s, u"4"_s);
        create(u"21"_s, u"Aardvark"_s, u"20"_s); // four deep
        create(u"22"_s, u"Baker"_s, u"1"_s);
        QTRY_COMPARE(names(*m_model, CompanyGroup::Tree),
                     (QStringList{u"Northwind"_s, u"Acme"_s, u"Zebra"_s, u"Aardvark"_s, u"Baker"_s,
                                  u"shop 9"_s, u"Shop 10"_s}));
        QCOMPARE(look(u"4"_s).level, 0);
        QCOMPARE(look(u"20"_s).level, 1);
        QCOMPARE(look(u"21"_s).level, 2);
        QCOMPARE(look(u"22"_s).level, 0);
        QVERIFY(m_model->data(m_model->indexOf(m_fixture->key(u"20"_s)), Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"below Acme"_s));
        m_model->setFilter({.text = u"zebra"_s, .always = {}});
        QTRY_COMPARE(names(*m_model, CompanyGroup::Tree), QStringList{u"Zebra"_s});
        QCOMPARE(look(u"20"_s).level, 0);
        QCOMPARE(look(u"20"_s).suffix, u"below Acme"_s);
    }

    void companiesThatAreBelowEachOtherAreStillShown()
    {
        read();
        create(u"30"_s, u"Snake"_s, u"31"_s);
        create(u"31"_s, u"Tail"_s, u"30"_s);
        create(u"32"_s, u"Itself"_s, u"32"_s);
        QTRY_COMPARE(m_model->treeCount(), 7);
        const QStringList shown = names(*m_model, CompanyGroup::Tree);
        for (const QString &name : {u"Snake"_s, u"Tail"_s, u"Itself"_s})
            QCOMPARE(shown.count(name), 1);
    }

    void namesAreTextAndNothingElse()
    {
        m_fixture->fleet.addFound(m_fixture->account()->id,
                                  {company(u"7"_s, u"<img src=x>\u202Egpj.exe\n"_s + QString(10'000, u'x'))});
        QTRY_COMPARE(m_model->rowCount(m_model->top(CompanyGroup::FoundBySearch)), 1);
        const QModelIndex row = m_model->index(0, 0, m_model->top(CompanyGroup::FoundBySearch));
        QVERIFY(!row.data().toString().contains(u'\u202E'));
        QVERIFY(!row.data().toString().contains(u'\n'));
        const QString toolTip = row.data(Qt::ToolTipRole).toString();
        QVERIFY(toolTip.contains(u"&lt;img"_s));
        QVERIFY(toolTip.size() < 4000);
    }

    void fiveThousandCompaniesAreFilteredWithinAFrame()
    {
        QList<Company> found;
        for (int i = 0; i < 5000; ++i)
            found.append(
                company(QString::number(10'000 + i), u"Company %1 of %2"_s.arg(i * 7919 % 5000).arg(i % 97)));
        m_tester.reset(); // it looks at every row after every signal
        m_fixture->fleet.addFound(m_fixture->account()->id, found);
        QTRY_COMPARE(m_model->rowCount(m_model->top(CompanyGroup::FoundBySearch)), 5000);
        QElapsedTimer clock;
        clock.start();
        m_model->setFilter({.text = u"of 9"_s, .always = {}});
        const qint64 narrowed = clock.restart();
        m_model->setFilter({});
        const qint64 widened = clock.elapsed();
        qInfo("filter set %lld ms, taken away %lld ms", static_cast<long long>(narrowed),
              static_cast<long long>(widened));
        QCOMPARE(m_model->rowCount(m_model->top(CompanyGroup::FoundBySearch)), 5000);
        QVERIFY(narrowed < 500 && widened < 500); // wide: sanitizers and a busy machine
    }

private:
    void create(const QString &id, const QString &name, const QString &parent)
    {
        m_fixture->fleet.addCreated(AccountId(u"a"_s), company(id, name), CompanyId(parent));
    }
    void read()
    {
        QSignalSpy updated(m_model.get(), &CompanyTreeModel::updated);
        QCOMPARE(readWhole(m_fixture->fleet), true);
        updated.clear();
        QVERIFY(updated.wait(5000));
    }

    CompanyLook look(const QString &company) const
    {
        const QModelIndex row = m_model->indexOf(CompanyFixture::key(company));
        return row.isValid() ? m_model->look(row) : CompanyLook();
    }

    std::unique_ptr<CompanyFixture> m_fixture;
    std::unique_ptr<CompanyTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestCompanyTreeModel)
#include "tst_companytreemodel.moc"
