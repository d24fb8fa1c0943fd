// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitinspection.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray json(const QByteArray &token, const char *encryption = "false", const char *full = "false")
{
    return "{\"token\":\"" + token + "\",\"encryptionRequired\":" + encryption
        + ",\"desktopAppStatus\":" + full + "}";
}

QByteArray id(const QByteArray &token, const char *encryption = "false", const char *full = "false")
{
    return json(token, encryption, full).toBase64();
}

QByteArray link(const QByteArray &token)
{
    return "https://api.idrive360.com/api/v1/download/setup/win/" + token;
}

QByteArray wrapped(const QByteArray &text, const QByteArray &between, qsizetype width = 40)
{
    QByteArray lines;
    for (qsizetype at = 0; at < text.size(); at += width)
        lines += (at ? between : QByteArray()) + text.mid(at, width);
    return lines;
}

// One letter for each piece, in their order: I an ID, O an opaque one, L a link of IDrive's, X another link.
QString kinds(const KitInspection &inspection)
{
    QString text;
    for (const InspectedPiece &piece : inspection.pieces) {
        switch (piece.kind) {
        case InspectedPiece::Kind::ConfigurationId:
            text += u'I';
            break;
        case InspectedPiece::Kind::OpaqueId:
            text += u'O';
            break;
        case InspectedPiece::Kind::SetupLink:
            text += u'L';
            break;
        case InspectedPiece::Kind::OtherLink:
            text += u'X';
            break;
        }
    }
    return text;
}

const QByteArray acme = "ATVAWQ17242";
const QByteArray beta = "FAOBZ417242";

void row(const char *name, const QByteArray &text, const QString &pieces, const QByteArrayList &tokens = {})
{
    QTest::newRow(name) << text << pieces << QString::fromUtf8(tokens.join(' '));
}

void addGoodRows()
{
    row("an ID", id(acme), u"I"_s, {acme});
    row("without padding", id("A").replace("=", ""), u"I"_s, {"A"});
    row("with padding", id("A1"), u"I"_s, {"A1"});
    row("for URLs",
        QByteArray("{\"token\":\"\xC3\xBF\xC3\xBF\xC3\xBE>>>???\"}").toBase64(QByteArray::Base64UrlEncoding),
        u"I"_s, {"\xC3\xBF\xC3\xBF\xC3\xBE>>>???"});
    row("blanks around", "  \t" + id(acme) + " \r\n\n", u"I"_s, {acme});
    row("quotes around", "\"" + id(acme) + "\"", u"I"_s, {acme});
    row("angle brackets around", "<" + id(acme) + ">", u"I"_s, {acme});
    row("wrapped", wrapped(id(acme), "\n"), u"I"_s, {acme});
    row("wrapped by CRLF", wrapped(id(acme), "\r\n"), u"I"_s, {acme});
    row("wrapped and quoted", "> " + wrapped(id(acme), "\n> "), u"I"_s, {acme});
    row("wrapped and quoted twice", ">> " + wrapped(id(acme), "\r\n>> "), u"I"_s, {acme});
    row("a link", link(acme), u"L"_s, {acme});
    row("a link with a point behind", "Open " + link(acme) + ".", u"L"_s, {acme});
    row("a link in brackets", "(" + link(acme) + ")", u"L"_s, {acme});
    row("a link in angle brackets", "<" + link(acme) + ">", u"L"_s, {acme});
    row("a link with a slash", link(acme) + "/", u"L"_s, {acme});
    row("a link with a query", link(acme) + "?utm=1#x", u"L"_s, {acme});
    row("a link in capitals", "HTTPS://API.IDRIVE360.COM/x/" + acme, u"L"_s, {acme});
    row("both", id(acme) + "\n" + link(acme), u"IL"_s, {acme, acme});
    row("both, the link first", link(acme) + " " + id(acme), u"LI"_s, {acme, acme});
    row("the same twice", id(acme) + "\n" + id(acme), u"I"_s, {acme});
    row("two companies", id(acme) + "\n" + link(acme) + "\n" + id(beta) + "\n" + link(beta), u"ILIL"_s,
        {acme, acme, beta, beta});
    row("a whole mail",
        "From: a@b.example\nSubject: Backup\n\nHello,\nplease open " + link(acme)
            + "\nor use the configuration ID\n\n    " + wrapped(id(acme), "\n    ") + "\n\nRegards, Eve\n",
        u"LI"_s, {acme, acme});
    row("both flags", id(acme, "true", "true"), u"I"_s, {acme});
    row("flags as words", id(acme, "\"true\"", "\"no\""), u"I"_s, {acme});
    row("unknown fields", QByteArray(R"({"token":"T","x":{"y":[1]}})").toBase64(), u"I"_s, {"T"});
}

void addOddRows()
{
    row("nothing", "", u""_s);
    row("blanks", "  \n\t ", u""_s);
    row("words", "Please set up the backup of example and extreme excellence", u""_s);
    row("no token", QByteArray(R"({"encryptionRequired":false})").toBase64(), u"I"_s, {""});
    row("opaque", "Zm9vYmFyYmF6cXV4MTIz", u"O"_s, {""});
    row("hexadecimal", json(acme).toHex(), u"O"_s, {""});
    row("URL encoded", json(acme).toPercentEncoding(), u""_s);
    row("bare JSON", json(acme), u""_s);
    row("of UTF-16", QByteArray(reinterpret_cast<const char *>(u"{\"token\":\"T\"}"), 26).toBase64(), u"O"_s,
        {""});
    row("with a BOM", QByteArray("\xEF\xBB\xBF" + json(acme)).toBase64(), u"I"_s, {acme});
    row("of two alphabets", "eyJ+_-" + id(acme), u"O"_s, {""});
    row("cut in the middle", id(acme).sliced(0, 50), u"O"_s, {""});
    row("an array", QByteArray("[\"token\",\"ATVAWQ17242\"]").toBase64(), u"O"_s, {""});
    row("a number as token", QByteArray(R"({"token":17242})").toBase64(), u"I"_s, {"17242"});
    row("null as token", QByteArray(R"({"token":null})").toBase64(), u"I"_s, {""});
}

void addHostileRows()
{
    row("4 KB of an ID", QByteArray(4096, 'A'), u"O"_s, {""});
    row("5 KB of an ID", "ey" + QByteArray(5000, 'J'), u"O"_s, {""});
    row("1 MB of an ID", "ey" + QByteArray(1 << 20, 'J'), u"O"_s, {""});
    row("nested arrays", QByteArray(2900, '[').toBase64(), u"O"_s, {""});
    row("nested objects", QByteArray("{\"a\":").repeated(550).toBase64(), u"O"_s, {""});
    row("a long token", id(QByteArray(2000, 'T')), u"I"_s, {QByteArray(2000, 'T')});
    row("markup in the token", id("<img src=x onerror=alert(1)>"), u"I"_s, {"<img src=x onerror=alert(1)>"});
    row("bytes that are no UTF-8", QByteArray("{\"token\":\"\xFF\xFE\"}").toBase64(), u"O"_s, {""});
    row("zero bytes", QByteArray("{\"token\":\"a\\u0000b\"}").toBase64(), u"I"_s, {QByteArray("a\0b", 3)});
    row("javascript:", "javascript:alert(document.cookie)", u"X"_s, {""});
    row("JavaScript: in capitals", "JAVASCRIPT:alert(1)", u"X"_s, {""});
    row("file:", "file:///etc/passwd", u"X"_s, {""});
    row("data:", "data:text/html;base64,PHNjcmlwdD4=", u"X"_s, {""});
    row("smb:", "smb://evil.example/share", u"X"_s, {""});
    row("http", "http://api.idrive360.com/x/" + acme, u"X"_s, {""});
    row("another host", "https://idrive360.example/setup/" + acme, u"X"_s, {""});
    row("a host that ends alike", "https://evilidrive360.com/setup/" + acme, u"X"_s, {""});
    row("a user name", "https://api.idrive360.com@evil.example/" + acme, u"X"_s, {""});
    row("another port", "https://api.idrive360.com:444/" + acme, u"X"_s, {""});
    row("a backslash", "https://evil.example\\@api.idrive360.com/" + acme, u"X"_s, {""});
    row("bidi marks", "\xE2\x80\xAE" + link(acme), u"L"_s, {acme});
    row("many links", QByteArray(link(acme) + "?n=1 ").repeated(1000), u"L"_s, {acme});
    row("many short lines", QByteArray("eyaa\n").repeated(40'000), u""_s);
    row("one long line", QByteArray(300'000, 'x') + " " + link(acme), u"O"_s, {""});
}

} // namespace

/// What people paste, and what others want them to paste.
class TestKitInspection : public QObject
{
    Q_OBJECT

private slots:
    void eachInputIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pieces");
        QTest::addColumn<QString>("tokens"); // of the pieces, joined by a blank

        addGoodRows();
        addOddRows();
        addHostileRows();
    }
    void eachInputIsTakenApart()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, pieces);
        QFETCH(const QString, tokens);
        const KitInspection inspection = inspectedKits(QString::fromUtf8(text), {});
        QCOMPARE(kinds(inspection), pieces);
        QStringList found;
        for (const InspectedPiece &piece : inspection.pieces) {
            found << piece.token;
            QVERIFY(piece.text.size() <= 4096);
            using Kind = InspectedPiece::Kind;
            const bool isDoubtful = piece.kind == Kind::OpaqueId || piece.kind == Kind::OtherLink
                || (piece.kind == Kind::ConfigurationId && piece.token.isEmpty());
            QCOMPARE(!piece.doubt.isEmpty(), isDoubtful);
            QVERIFY(piece.kind == Kind::SetupLink || !piece.link.mayBeOpened());
        }
        QCOMPARE(found.join(u' '), tokens);
    }

    void flagsAreAsTheIdSays()
    {
        const KitInspection inspection = inspectedKits(QString::fromLatin1(id(acme, "true", "false")), {});
        QCOMPARE(inspection.pieces.first().id->encryptionRequired, true);
        QCOMPARE(inspection.pieces.first().id->desktopAppStatus, false);
    }

    void ownersAreThoseOfTheToken()
    {
        const TokenOwners owners{{QString::fromLatin1(acme), {u"Acme"_s, u"Acme again"_s}}};
        const KitInspection inspection =
            inspectedKits(QString::fromLatin1(id(acme) + '\n' + link(beta)), owners);
        QCOMPARE(inspection.pieces[0].owners, (QStringList{u"Acme"_s, u"Acme again"_s}));
        QVERIFY(inspection.pieces[1].owners.isEmpty());
    }

    void anIdAndALinkAgreeByTheirToken()
    {
        using Partner = InspectedPiece::Partner;
        const auto partners = [](const QByteArray &text) {
            QList<Partner> list;
            for (const InspectedPiece &piece : inspectedKits(QString::fromLatin1(text), {}).pieces)
                list << piece.partner;
            return list;
        };
        QCOMPARE(partners(id(acme)), QList<Partner>{Partner::None});
        QCOMPARE(partners(id(acme) + '\n' + link(acme)), (QList<Partner>{Partner::Agrees, Partner::Agrees}));
        QCOMPARE(partners(id(acme) + '\n' + link(beta)),
                 (QList<Partner>{Partner::Differs, Partner::Differs}));
        QCOMPARE(partners(id(acme) + '\n' + link(acme) + '\n' + link(beta)),
                 (QList<Partner>{Partner::Agrees, Partner::Agrees, Partner::Differs}));
        // a link of another host vouches for nothing
        QCOMPARE(partners(id(acme) + "\nhttps://evil.example/" + acme),
                 (QList<Partner>{Partner::None, Partner::None}));
    }

    void whatIsTooLongIsSaid()
    {
        const QString text = QString(300 << 10, u' ') + QString::fromLatin1(link(acme));
        const KitInspection inspection = inspectedKits(text, {});
        QVERIFY(inspection.pieces.isEmpty());
        QVERIFY(inspection.left > 0);
    }
};

QTEST_GUILESS_MAIN(TestKitInspection)
#include "tst_kitinspection.moc"
