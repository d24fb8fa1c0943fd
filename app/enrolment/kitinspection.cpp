// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitinspection.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCharacters = 256 << 10;
constexpr qsizetype mostPieces = 200;
constexpr qsizetype longestPiece = 4 << 10; // as decodedConfigurationId()
constexpr qsizetype shortestId = 16; // {"token":""} has this many digits
constexpr size_t mostWraps = 80; // lines of a mail that one ID may run over
constexpr int mostTries =
    20'000; // to read wrapped lines as one ID: a text made for it must not hold the window up

struct KitInspectionWords
{
    Q_DECLARE_TR_FUNCTIONS(KitInspection)
};

struct Run
{
    qsizetype begin;
    qsizetype end;
};

// Schemes that are told even without "//": a browser or a desktop would do something with them.
bool isTold(QStringView scheme, QStringView rest)
{
    static constexpr std::array alone{"javascript"_L1, "data"_L1, "file"_L1, "vbscript"_L1, "mailto"_L1};
    return rest.startsWith("//"_L1) || std::ranges::any_of(alone, [&](QLatin1StringView word) {
               return scheme.compare(word, Qt::CaseInsensitive) == 0;
           });
}

// Punctuation that ends the sentence around a link.
qsizetype withoutSentence(QStringView text, qsizetype begin, qsizetype end)
{
    static constexpr QStringView ending = u".,;:!?)]}>'\"";
    while (end > begin && ending.contains(text[end - 1]))
        --end;
    return end;
}

std::vector<Run> linksIn(const QString &text)
{
    static const QRegularExpression looksLikeLink(u"\\b([A-Za-z][A-Za-z0-9+.-]{1,20}):([^\\s<>\"]+)"_s);
    std::vector<Run> links;
    auto matches = looksLikeLink.globalMatch(text);
    while (matches.hasNext() && std::ssize(links) < mostPieces) {
        const QRegularExpressionMatch match = matches.next();
        if (isTold(match.capturedView(1), match.capturedView(2)))
            links.push_back(
                {match.capturedStart(), withoutSentence(text, match.capturedStart(), match.capturedEnd())});
    }
    return links;
}

/// What could be digits of an ID, outside of links.
std::vector<Run> digitsIn(const QString &text, const std::vector<Run> &links)
{
    static const QRegularExpression digits(u"[A-Za-z0-9+/_-]{4,}={0,2}"_s);
    std::vector<Run> runs;
    size_t link = 0;
    auto matches = digits.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        while (link < links.size() && links[link].end <= match.capturedStart())
            ++link;
        const bool isInLink = link < links.size() && match.capturedEnd() > links[link].begin;
        if (!isInLink)
            runs.push_back({match.capturedStart(), match.capturedEnd()});
    }
    return runs;
}

// Between two lines of a mail: a break, blanks, and the marks of quoting.
bool isWrap(QStringView between)
{
    return between.contains(u'\n')
        && std::ranges::all_of(between, [](QChar c) { return c.isSpace() || c == u'>' || c == u'|'; });
}

InspectedPiece decodedPiece(const QString &digits, const ConfigurationId &id)
{
    InspectedPiece piece{
        .kind = InspectedPiece::Kind::ConfigurationId, .text = digits, .token = id.token, .id = id};
    if (id.token.isEmpty())
        piece.doubt = KitInspectionWords::tr("It names no company: it holds no token.");
    return piece;
}

/// The ID that begins with \a first of \a runs, over as many lines as it takes; \a used tells how many runs that were.
std::optional<InspectedPiece> idAt(const QString &text, const std::vector<Run> &runs, size_t first,
                                   size_t &used, int &tries)
{
    const auto of = [&](size_t run) {
        return text.sliced(runs[run].begin, runs[run].end - runs[run].begin);
    };
    QString digits = of(first);
    // every JSON object begins with "{", which is one of these in base64
    static constexpr QStringView secondDigits = u"wxyz0123456789+/-_";
    const bool mayGoOn = digits.startsWith(u'e') && secondDigits.contains(digits[1]);
    const size_t last = mayGoOn ? std::min(runs.size(), first + mostWraps) : first + 1;
    for (size_t run = first;;) {
        if (digits.size() > longestPiece)
            return std::nullopt;
        if (const auto id = digits.size() >= shortestId ? decodedConfigurationId(digits) : std::nullopt) {
            used = run - first + 1;
            return decodedPiece(digits, *id);
        }
        if (++run >= last || --tries < 0
            || !isWrap(QStringView(text).sliced(runs[run - 1].end, runs[run].begin - runs[run - 1].end)))
            return std::nullopt;
        digits += of(run);
    }
}

InspectedPiece opaquePiece(const QString &digits)
{
    InspectedPiece piece{.kind = InspectedPiece::Kind::OpaqueId, .text = digits.left(longestPiece)};
    piece.doubt = digits.size() > longestPiece
        ? KitInspectionWords::tr(
              "It is longer than 4,096 characters, which no configuration ID is. It was not decoded.")
        : KitInspectionWords::tr(
              "It cannot be read as a configuration ID. That is no proof against it: IDrive does "
              "not state how an ID is made.");
    return piece;
}

InspectedPiece linkPiece(const QString &text)
{
    InspectedPiece piece{.kind = InspectedPiece::Kind::OtherLink,
                         .text = text.left(longestPiece),
                         .link = readSetupLink(text.left(longestPiece))};
    if (piece.link.host.isEmpty())
        piece.doubt = KitInspectionWords::tr("This is no address of a web page.");
    else if (!piece.link.isOfKnownHost)
        piece.doubt =
            KitInspectionWords::tr("%1 is not a host of IDrive 360.").arg(visibleText(piece.link.host));
    else if (!piece.link.isHttps)
        piece.doubt = KitInspectionWords::tr("The link is not encrypted (https).");
    else if (!piece.link.isPlain)
        piece.doubt =
            KitInspectionWords::tr("The link holds a user name or an unusual port, as forged links do.");
    else
        piece.kind = InspectedPiece::Kind::SetupLink;
    if (piece.kind == InspectedPiece::Kind::SetupLink)
        piece.token = piece.link.token;
    return piece;
}

void judge(QList<InspectedPiece> &pieces, const TokenOwners &owners)
{
    using Kind = InspectedPiece::Kind;
    const auto hasToken = [&](Kind kind, const QString &token) {
        return std::ranges::any_of(
            pieces, [&](const InspectedPiece &piece) { return piece.kind == kind && piece.token == token; });
    };
    const auto has = [&](Kind kind) {
        return std::ranges::any_of(pieces, [&](const InspectedPiece &piece) { return piece.kind == kind; });
    };
    for (InspectedPiece &piece : pieces) {
        if (piece.token.isEmpty())
            continue;
        piece.owners = owners.value(piece.token);
        const Kind other = piece.kind == Kind::SetupLink ? Kind::ConfigurationId : Kind::SetupLink;
        if (has(other))
            piece.partner = hasToken(other, piece.token) ? InspectedPiece::Partner::Agrees
                                                         : InspectedPiece::Partner::Differs;
    }
}

} // namespace

KitInspection inspectedKits(const QString &text, const TokenOwners &owners)
{
    struct Placed
    {
        qsizetype at;
        InspectedPiece piece;
    };
    const QString looked = text.left(mostCharacters);
    const std::vector<Run> links = linksIn(looked);
    const std::vector<Run> runs = digitsIn(looked, links);
    std::vector<Placed> placed;
    for (const Run &link : links)
        placed.push_back({link.begin, linkPiece(looked.sliced(link.begin, link.end - link.begin))});
    int tries = mostTries;
    for (size_t run = 0, used = 1; run < runs.size() && std::ssize(placed) < mostPieces;
         run += used, used = 1) {
        if (auto piece = idAt(looked, runs, run, used, tries))
            placed.push_back({runs[run].begin, std::move(*piece)});
    }
    std::ranges::stable_sort(placed, {}, &Placed::at);

    KitInspection inspection{.left = text.size() - looked.size()};
    for (Placed &one : placed) {
        const bool isThere = std::ranges::any_of(
            inspection.pieces, [&](const InspectedPiece &piece) { return piece.text == one.piece.text; });
        if (!isThere)
            inspection.pieces.append(std::move(one.piece));
    }
    // one word alone is meant as an ID, whatever it is
    const QString whole = looked.simplified().remove(u' ');
    if (inspection.pieces.isEmpty() && runs.size() == 1 && !whole.isEmpty()
        && runs.front().end - runs.front().begin == whole.size())
        inspection.pieces.append(opaquePiece(whole));
    judge(inspection.pieces, owners);
    return inspection;
}
