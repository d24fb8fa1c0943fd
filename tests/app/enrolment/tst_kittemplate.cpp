// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kittemplate.h"
#include "app/enrolment/linkverdict.h"
#include "app/enrolment/qrmatrix.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

KitFacts acme()
{
    KitFacts facts{.company = u"Acme"_s, .companyId = CompanyId(u"7"_s), .system = SetupSystem::Mac};
    facts.kits[SetupSystem::Mac] = {.configurationId = u"eyJ0"_s, .setupLink = u"https://h/mac/TOK"_s};
    facts.kits[SetupSystem::Win] = {.configurationId = u"eyJ1"_s, .setupLink = u"https://h/win/TOK"_s};
    return facts;
}

} // namespace

/// The person's own texts, filled in; links that may be opened; QR codes.
class TestKitTemplate : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsFilledIn()
    {
        const FilledTemplate filled = filledTemplate(u"{company}|{company_id}|{link}|{configuration_id}|{"
                                                     u"token}|{system}|{system_name}|{private_encryption}|"
                                                     "{full_client}|{link_win}"_s,
                                                     acme());
        QCOMPARE(filled.text, u"Acme|7|https://h/mac/TOK|eyJ0|TOK|MAC|macOS|no|no|https://h/win/TOK"_s);
        QVERIFY(filled.missing.isEmpty());
        for (const KitTemplateField &field : kitTemplateFields())
            QVERIFY2(unknownFieldsOf(u'{' + field.name + u'}').isEmpty(), qPrintable(field.name));
    }

    void anUnknownFieldIsToldWithItsPlace_andStays()
    {
        const QString text = u"Hello {compny},\n\n   {link} {switches}"_s;
        QCOMPARE(unknownFieldsOf(text),
                 (QList<UnknownKitField>{{.name = u"compny"_s, .line = 1, .column = 7},
                                         {.name = u"switches"_s, .line = 3, .column = 11}}));
        QCOMPARE(filledTemplate(text, acme()).text, u"Hello {compny},\n\n   https://h/mac/TOK {switches}"_s);
        QVERIFY(sentenceFor({.name = u"compny"_s, .line = 1, .column = 7}).contains(u"(line 1, column 7)"_s));
    }

    void bracesOfAScriptAreNoFields()
    {
        const QString script = u"if ($x) { Start-Process \"{0}\" } ${ENV} {Company} { link } {}"_s;
        QVERIFY(unknownFieldsOf(script).isEmpty());
        QCOMPARE(filledTemplate(script, acme()).text, script);
    }

    void whatIsNotReadYetIsToldAndLeftEmpty()
    {
        const FilledTemplate filled = filledTemplate(u"<{link_deb}> <{link_deb}>"_s, acme());
        QCOMPARE(filled.text, u"<> <>"_s);
        QCOMPARE(filled.missing, QStringList{u"link_deb"_s});
    }

    void aNameCannotBreakOutOfItsLine()
    {
        KitFacts facts = acme();
        facts.company = u"Acme\nrm -rf ~"_s;
        QVERIFY(!filledTemplate(u"echo {company}"_s, facts).text.contains(u'\n'));
        // nor is a field in a value filled in once more
        facts.company = u"{configuration_id}"_s;
        QCOMPARE(filledTemplate(u"{company}"_s, facts).text, u"{configuration_id}"_s);
    }

    void whatAShellTakesForItsOwnIsDoubted()
    {
        KitFacts facts = acme();
        QVERIFY(shellDoubt(u"x {company}"_s, facts).isEmpty());
        facts.company = u"O'Hara & Söhne $(reboot)"_s;
        QCOMPARE(shellDoubt(u"x {company}"_s, facts), u"'&$()"_s);
        QVERIFY(shellDoubt(u"x {link}"_s, facts).isEmpty()); // the name is not in it
    }

    void templatesAreKeptAndReadWithMercy()
    {
        const QList<KitTemplate> mine{{.name = u"Mail"_s, .text = u"a\n{link}"_s},
                                      {.name = u"Cmd"_s, .text = u"b"_s, .isScript = true}};
        QCOMPARE(kitTemplatesFrom(storedKitTemplates(mine)), mine);
        QVERIFY(kitTemplatesFrom(QJsonValue()).isEmpty());
        QVERIFY(kitTemplatesFrom(QJsonArray{17, u"x"_s, QJsonObject{{u"text"_s, u"nameless"_s}}}).isEmpty());
        QCOMPARE(firstKitTemplates().size(), 2);
        for (const KitTemplate &one : firstKitTemplates())
            QVERIFY(unknownFieldsOf(one.text).isEmpty());
    }

    void onlyHttpsAtTheApisHostIsOpenedAtOnce_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("opening");
        const auto row = [](const char *link, LinkOpening opening) {
            QTest::newRow(link) << QString::fromLatin1(link) << static_cast<int>(opening);
        };
        row("https://api.idrive360.com/api/v1/download/setup/win/T", LinkOpening::Open);
        row("https://API.iDrive360.com/x", LinkOpening::Open);
        row("https://www.idrive360.com/x", LinkOpening::Open);
        row("https://idrive360.com.evil.example/x", LinkOpening::AskFirst);
        row("https://evil.example/idrive360.com", LinkOpening::AskFirst);
        row("http://api.idrive360.com/x", LinkOpening::Never);
        row("https://api.idrive360.com@evil.example/x", LinkOpening::Never);
        row("https://api.idrive360.com:8443/x", LinkOpening::Never);
        row("file:///etc/passwd", LinkOpening::Never);
        row("javascript:alert(1)", LinkOpening::Never);
        row("data:text/html,x", LinkOpening::Never);
        row("smb://host/share", LinkOpening::Never);
        row("", LinkOpening::Never);
        row("/etc/passwd", LinkOpening::Never);
    }
    void onlyHttpsAtTheApisHostIsOpenedAtOnce()
    {
        QFETCH(const QString, link);
        QFETCH(const int, opening);
        const LinkVerdict verdict = linkVerdict(link, Endpoint::idrive());
        QCOMPARE(static_cast<int>(verdict.opening), opening);
        QCOMPARE(verdict.sentence.isEmpty(), verdict.opening == LinkOpening::Open);
    }

    void anotherAccountsHostIsNotIdrives()
    {
        const Endpoint own = Endpoint::parse(u"https://msp.example/api/msp"_s).value();
        QCOMPARE(linkVerdict(u"https://msp.example/setup/T"_s, own).opening, LinkOpening::Open);
        QCOMPARE(linkVerdict(u"https://api.idrive360.com/setup/T"_s, own).opening, LinkOpening::AskFirst);
    }

    void aLinkBecomesAQrCode()
    {
        const auto code = qrMatrix(u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s);
        QVERIFY(code);
        QVERIFY(code->side >= 21 && (code->side - 17) % 4 == 0); // ISO/IEC 18004: 17 + 4 × version
        QCOMPARE(code->dark.size(), size_t(code->side) * size_t(code->side));
        for (int i = 0; i < 7; ++i) // the upper edges of the finder patterns
            QVERIFY(code->isDark(i, 0) && code->isDark(code->side - 1 - i, 0) && code->isDark(0, i));
        QVERIFY(!code->isDark(7, 7));
        QVERIFY(!qrMatrix({}));
        QVERIFY(!qrMatrix(QString(4000, u'x')));
    }
};

QTEST_GUILESS_MAIN(TestKitTemplate)
#include "tst_kittemplate.moc"
