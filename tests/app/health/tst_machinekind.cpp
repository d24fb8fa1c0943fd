// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/machinekind.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMachineKind : public QObject
{
    Q_OBJECT

private slots:
    void systemSaysTheKindWhereItNamesAnEdition();
    void groupSaysTheKindByWholeWords();
    void systemCountsMoreThanTheGroup();
};

void TestMachineKind::systemSaysTheKindWhereItNamesAnEdition()
{
    QCOMPARE(kindByOs(u"linux"_s), MachineKind::Linux);
    QCOMPARE(kindByOs(u"Linux server"_s), MachineKind::Linux);
    QCOMPARE(kindByOs(u"mac"_s), MachineKind::Workstation);
    QCOMPARE(kindByOs(u"macOS 15"_s), MachineKind::Workstation);
    QCOMPARE(kindByOs(u"windows"_s), MachineKind::Unsure);
    QCOMPARE(kindByOs(u"WINDOWS"_s), MachineKind::Unsure);
    QCOMPARE(kindByOs(u"Windows Server 2022 Standard"_s), MachineKind::Server);
    QCOMPARE(kindByOs(u"Windows 11 Pro"_s), MachineKind::Workstation);
    QCOMPARE(kindByOs(u"Windows 8.1"_s), MachineKind::Workstation);
    QCOMPARE(kindByOs(u"Windows 110"_s), MachineKind::Unsure);
    QCOMPARE(kindByOs(u"FreeBSD server"_s), MachineKind::Unsure);
    QCOMPARE(kindByOs(QString()), MachineKind::Unsure);
}

void TestMachineKind::groupSaysTheKindByWholeWords()
{
    QCOMPARE(kindByGroup(u"Servers"_s), MachineKind::Server);
    QCOMPARE(kindByGroup(u"berlin_srv"_s), MachineKind::Server);
    QCOMPARE(kindByGroup(u"Sales laptops"_s), MachineKind::Workstation);
    QCOMPARE(kindByGroup(u"PCs, 2nd floor"_s), MachineKind::Workstation);
    QCOMPARE(kindByGroup(u"Observers"_s), MachineKind::Unsure);
    QCOMPARE(kindByGroup(u"Servers and desktops"_s), MachineKind::Unsure);
    QCOMPARE(kindByGroup(u"Linux"_s), MachineKind::Unsure);
    QCOMPARE(kindByGroup(QString()), MachineKind::Unsure);
}

void TestMachineKind::systemCountsMoreThanTheGroup()
{
    QCOMPARE(kindOf(kindByOs(u"windows"_s), kindByGroup(u"Servers"_s)), MachineKind::Server);
    QCOMPARE(kindOf(kindByOs(u"Windows 11"_s), kindByGroup(u"Servers"_s)), MachineKind::Workstation);
    QCOMPARE(kindOf(kindByOs(u"linux"_s), kindByGroup(u"Laptops"_s)), MachineKind::Linux);
    QCOMPARE(kindOf(kindByOs(u"windows"_s), kindByGroup(u"Default"_s)), MachineKind::Unsure);
}

QTEST_GUILESS_MAIN(TestMachineKind)
#include "tst_machinekind.moc"
