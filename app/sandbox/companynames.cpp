// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/companynames.h"

#include "app/sandbox/chance.h"

#include <QString>

#include <array>
#include <numeric>
#include <string_view>

namespace {

using enum Speciality;

constexpr std::array<std::string_view, 4> providers{"Northwind IT", "Harbour Point Managed Services",
                                                    "Lumen & Lock IT", "Brücke Systemhaus"};

constexpr std::array<std::string_view, 104> families{
    "Alder & Pine", "Anker",       "Ashgrove",      "Atlas",        "Bellwether",     "Bluewater",
    "Briar Lane",   "Brightwell",  "Bürgi",         "Castell",      "Cedar Hill",     "Chandler",
    "Clearbrook",   "Coldharbour", "Copperfield",   "Crane & Holt", "D'Angelo",       "Dorset County",
    "Drummond",     "Dunmore",     "Eastgate",      "Eklund",       "Elmsford",       "Étoile",
    "Fairholm",     "Fennimore",   "Fischer",       "Fjellheim",    "Foxglove",       "Garnet",
    "Gärtner",      "Glenmore",    "Granite State", "Greenfield",   "Grünwald",       "Halden",
    "Harbour Lane", "Hawthorn",    "Hensley",       "Holloway",     "Ironbridge",     "Ivy",
    "Jansen",       "Juniper",     "Kaiser & Lang", "Kestrel",      "Kingsway",       "Kowalski",
    "Lakeside",     "Larkspur",    "Lindqvist",     "Longmeadow",   "MacAllister",    "Maple Row",
    "Marchetti",    "Meridian",    "Millbrook",     "Moreau",       "Müller & Söhne", "Nakamura",
    "Nettleton",    "Nørgaard",    "Northgate",     "O'Brien",      "Oakridge",       "Okafor",
    "Orchard",      "Osterby",     "Paloma",        "Pellham",      "Pérez",          "Pinecrest",
    "Quarry Hill",  "Quince",      "Redwood",       "Ridgeway",     "Rosewood",       "Rowan",
    "Sable Point",  "Saint-Rémy",  "Schäfer",       "Seabright",    "Silverton",      "Sørensen",
    "Stonebridge",  "Summerfield", "Tamarack",      "Thistle",      "Thornbury",      "Tremblay",
    "Umber",        "Underhill",   "Valley Oak",    "Vance",        "Vermeer",        "Wąsik",
    "Westmark",     "Whitcombe",   "Willow Creek",  "Xavier House", "Yarrow",         "Yorke",
    "Zeller",       "Žižka",
};

struct Trade
{
    std::string_view name;
    Speciality speciality;
};

constexpr std::array<Trade, 52> trades{{
    {"Dental", Imaging},       {"Logistics", Warehouse},
    {"Legal", Workshop},       {"Architects", Design},
    {"Pharmacy", Tills},       {"Schools", Lab},
    {"Hotels", Reception},     {"Joinery", Workshop},
    {"Vets", Imaging},         {"Foods", Warehouse},
    {"Motors", Workshop},      {"Surveyors", Design},
    {"Clinic", Imaging},       {"Trading", Warehouse},
    {"Print Works", Design},   {"Estates", Reception},
    {"Marine", Workshop},      {"Credit Union", Reception},
    {"Academy", Lab},          {"Nursing Homes", Reception},
    {"Bakery", Tills},         {"Engineering", Design},
    {"Opticians", Imaging},    {"Freight", Warehouse},
    {"Insurance", Workshop},   {"Garden Centre", Tills},
    {"Electrical", Workshop},  {"Film & Post", Design},
    {"Wine Merchants", Tills}, {"Laboratories", Lab},
    {"Maskin AB", Design},     {"KG", Workshop},
    {"Holding SA", Reception}, {"Accountants", Workshop},
    {"Aviation", Workshop},    {"Physiotherapy", Imaging},
    {"Furniture", Tills},      {"Solar", Warehouse},
    {"Textiles", Warehouse},   {"Radiology", Imaging},
    {"Museum", Reception},     {"Brewery", Warehouse},
    {"Roofing", Workshop},     {"Books", Tills},
    {"Recruitment", Workshop}, {"Theatre Trust", Reception},
    {"Plastics", Design},      {"Cycles", Tills},
    {"Water", Warehouse},      {"College", Lab},
    {"Notaires", Workshop},    {"Timber", Warehouse},
}};

constexpr std::array<std::string_view, 6> parts{" – Harbour", " – East",  " – Depot",
                                                " – Annexe",  " – South", " – Labs"};

// Steps through all pairs of family and trade before one comes twice, with another family at each step.
constexpr std::uint64_t pairs = families.size() * trades.size();
constexpr std::uint64_t stride = 2531;
static_assert(std::gcd(stride, pairs) == 1 && std::gcd(stride, families.size()) == 1
              && pairs >= mostCompanyNames);

constexpr std::array<std::string_view, oddCompanyNames> oddNames{
    "Brightwell <b>Bread</b> & <i>Butter</i>",
    "Qasr \u202E\u0644\u0644\u062A\u062C\u0627\u0631\u0629\u202C Trading",
    "O'Neill \"Quick\" Print \\ Copy",
    "Arbeitsgemeinschaft der Buchführungs-, Steuer- und Wirtschaftsberatungsgesellschaften im "
    "vereinigten Handwerk des Landkreises Oberallgäu mbH & Co. KG",
    "The Worshipful Company of Makers of Playing Cards, Spectacles, Clocks, Fans, Scientific Instruments "
    "and Loriners, being the Amalgamated Charitable Foundation for the Relief of Distressed Artisans and "
    "for the Instruction of Apprentices in the County of Westmorland, the City and Liberties of Carlisle "
    "and the Parishes Adjoining",
};

} // namespace

std::string providerName(std::uint64_t seed)
{
    return std::string(providers[(seed - 1) % providers.size()]);
}

CompanyName companyName(std::uint64_t seed, int index)
{
    const std::uint64_t pair = (chance(seed, 0) % pairs + static_cast<std::uint64_t>(index) * stride) % pairs;
    const Trade &trade = trades[pair / families.size()];
    std::string text(families[pair % families.size()]);
    text.append(" ").append(trade.name);
    return {std::move(text), trade.speciality};
}

CompanyName oddCompanyName(int index)
{
    return {std::string(oddNames[static_cast<std::size_t>(index)]), Speciality::Workshop};
}

std::string partName(const std::string &company, int index)
{
    return company + std::string(parts[static_cast<std::size_t>(index) % parts.size()]);
}

std::string devicePrefix(const std::string &name)
{
    std::string prefix;
    const QString letters = QString::fromStdString(name).normalized(QString::NormalizationForm_D).toUpper();
    for (const QChar letter : letters) {
        if (letter >= u'A' && letter <= u'Z' && prefix.size() < 3)
            prefix.push_back(letter.toLatin1());
    }
    return prefix;
}
