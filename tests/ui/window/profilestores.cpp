// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/profilestores.h"

#include "app/accounts/accountlist.h"
#include "app/base/ownfolder.h"
#include "app/changes/changejournal.h"
#include "app/plans/plandrafts.h"
#include "app/plans/rememberedverdict.h"
#include "app/plans/templatefile.h"
#include "app/settings/acknowledgementfile.h"
#include "app/settings/importmemory.h"
#include "app/settings/queryhistory.h"
#include "app/settings/savedviews.h"
#include "app/settings/settings.h"
#include "ui/window/windowstate.h"

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

// Long enough that a file grows by it, whatever else is in it.
const QString &longText()
{
    static const QString text(1500, u'x');
    return text;
}

QString nameOf(int number)
{
    return u"thing-%1"_s.arg(number);
}

/// Those of 1 and 2 for which \a isThere.
template <typename IsThere>
QSet<int> those(IsThere isThere)
{
    QSet<int> found;
    for (const int number : {1, 2}) {
        if (isThere(number))
            found.insert(number);
    }
    return found;
}

/// Does \a change, and says whether \a teller had no trouble to tell.
template <typename Teller, typename Change>
bool withoutTrouble(Teller &teller, Change change)
{
    bool isFine = true;
    QObject context;
    QObject::connect(&teller, &Teller::troubleFound, &context, [&isFine] { isFine = false; });
    change();
    return isFine;
}

OpenStore openSettings(const QString &profile)
{
    const auto settings = std::make_shared<Settings>(profile);
    const std::array<Setting<QJsonValue>, 2> rows{setting::kitTemplates, setting::healthLimits};
    return {.put =
                [settings, rows](int number) {
                    return withoutTrouble(*settings, [&] {
                        settings->setValue(rows.at(size_t(number - 1)),
                                           QJsonObject{{nameOf(number), longText()}});
                    });
                },
            .read =
                [settings, rows] {
                    return those([&](int number) {
                        const QJsonValue value = settings->value(rows.at(size_t(number - 1)));
                        return value.toObject().contains(nameOf(number));
                    });
                }};
}

OpenStore openVerdicts(const QString &profile)
{
    const auto settings = std::make_shared<Settings>(profile);
    const auto of = [settings](int number) {
        return RememberedVerdict(*settings, AccountId(nameOf(number)), longText());
    };
    return {.put =
                [settings, of](int number) {
                    return withoutTrouble(*settings, [&] { of(number).remember(DryRunVerdict::Harmless); });
                },
            .read =
                [of] {
                    return those([&](int number) { return of(number).verdict() == DryRunVerdict::Harmless; });
                }};
}

OpenStore openAccounts(const QString &profile)
{
    const auto list = std::make_shared<AccountList>(profile);
    return {.put =
                [list](int number) {
                    return withoutTrouble(*list, [&] {
                        list->add({.name = nameOf(number),
                                   .endpoint = Endpoint::idrive(),
                                   .companyName = longText()});
                    });
                },
            .read =
                [list] {
                    return those([&](int number) {
                        return std::ranges::any_of(list->accounts(), [&](const Account &account) {
                            return account.name == nameOf(number);
                        });
                    });
                }};
}

OpenStore openViews(const QString &profile)
{
    const auto views = std::make_shared<SavedViews>(profile, AccountId(u"a"_s));
    return {.put =
                [views](int number) {
                    return withoutTrouble(*views,
                                          [&] { views->add({.name = nameOf(number), .query = longText()}); });
                },
            .read =
                [views] {
                    return those([&](int number) {
                        return std::ranges::any_of(views->views(), [&](const SavedView &view) {
                            return view.name == nameOf(number);
                        });
                    });
                }};
}

// A history that the disk does not take is told to nobody: ask the disk.
template <typename Store>
OpenStore asked(std::shared_ptr<Store> store, const std::function<void(Store &, int)> &add,
                const std::function<bool(const Store &, int)> &has,
                const std::function<std::shared_ptr<Store>()> &again)
{
    return {.put =
                [store, add, has, again](int number) {
                    add(*store, number);
                    return has(*again(), number);
                },
            .read =
                [store, has] {
                    return those([&](int number) { return has(*store, number); });
                }};
}

OpenStore openQueries(const QString &profile)
{
    return asked<QueryHistory>(
        std::make_shared<QueryHistory>(profile),
        [](QueryHistory &history, int number) { history.add(nameOf(number) + longText()); },
        [](const QueryHistory &history, int number) {
            return history.queries().contains(nameOf(number) + longText());
        },
        [profile] { return std::make_shared<QueryHistory>(profile); });
}

OpenStore openImports(const QString &profile)
{
    struct Memories
    {
        std::array<ImportMemory, 2> of;
    };
    const auto open = [profile] {
        return std::make_shared<Memories>(
            Memories{{ImportMemory(profile, nameOf(1)), ImportMemory(profile, nameOf(2))}});
    };
    return asked<Memories>(
        open(),
        [](Memories &memories, int number) { memories.of.at(size_t(number - 1)).keep(longText(), {}); },
        [](const Memories &memories, int number) {
            return memories.of.at(size_t(number - 1)).folder() == longText();
        },
        open);
}

OpenStore openAcknowledgements(const QString &profile)
{
    const auto file = std::make_shared<AcknowledgementFile>(profile);
    return {.put =
                [file](int number) {
                    return !file->apply([number](QJsonArray &entries) {
                        entries.append(QString(nameOf(number) + longText()));
                    });
                },
            .read =
                [file] {
                    return those([&](int number) {
                        return file->list().contains(QJsonValue(QString(nameOf(number) + longText())));
                    });
                }};
}

OpenStore openWindowState(const QString &profile)
{
    const auto state = std::make_shared<WindowState>(profile);
    return {.put =
                [state](int number) {
                    state->setText(nameOf(number), longText());
                    return state->save();
                },
            .read =
                [state] {
                    return those([&](int number) { return !state->text(nameOf(number)).isEmpty(); });
                }};
}

PlanDraft draftOf(int number)
{
    PlanDraft draft;
    draft.company = CompanyId(u"1"_s);
    draft.name = nameOf(number);
    draft.localPath = nameOf(number) + longText();
    return draft;
}

OpenStore openDrafts(const QString &profile)
{
    const auto drafts = std::make_shared<PlanDrafts>(profile);
    const AccountId account(u"a"_s);
    return {.put = [drafts,
                    account](int number) { return drafts->keep(drafts->newFile(account), draftOf(number)); },
            .read =
                [drafts, account] {
                    const QList<KeptDraft> kept = drafts->of({account, CompanyId(u"1"_s)});
                    return those([&](int number) {
                        return std::ranges::any_of(
                            kept, [&](const KeptDraft &each) { return each.draft.name == nameOf(number); });
                    });
                }};
}

// Steward writes one where the person says.
OpenStore openTemplate(const QString &profile)
{
    const QString path = profile + u"/plan-template.json"_s;
    return {.put =
                [profile, path](int number) {
                    return makeOwnFolder(profile).isEmpty()
                        && writeTemplateFile(path, draftOf(number)).isEmpty();
                },
            .read =
                [path] {
                    const auto draft = readTemplateFile(path);
                    return those(
                        [&](int number) { return draft && draft->localPath.startsWith(nameOf(number)); });
                }};
}

OpenStore openJournal(const QString &profile)
{
    const auto journal = std::make_shared<ChangeJournal>(profile);
    return {.put =
                [journal](int number) {
                    NewRun run;
                    run.changes.push_back({.kind = u"company"_s,
                                           .target = nameOf(number),
                                           .request = {.path = u"/company"_s, .body = {}},
                                           .facts = {{u"long"_s, longText()}}});
                    return journal->add(AccountId(u"a"_s), run, {u"New company"_s}).has_value();
                },
            .read =
                [journal] {
                    return those([&](int number) {
                        return std::ranges::any_of(journal->changes(), [&](const ChangeRecord &change) {
                            return change.change.target == nameOf(number);
                        });
                    });
                }};
}

} // namespace

std::span<const StoreRow> profileStores()
{
    static const std::array rows{
        StoreRow{"settings", "settings.json", Damage::SetAside, Sharing::Joined, true, openSettings},
        StoreRow{"remembered verdicts", "settings.json", Damage::SetAside, Sharing::Joined, true,
                 openVerdicts},
        StoreRow{"accounts", "accounts.json", Damage::SetAside, Sharing::Joined, true, openAccounts},
        StoreRow{"views", "views.json", Damage::SetAside, Sharing::Joined, true, openViews},
        StoreRow{"queries", "queries.json", Damage::SetAside, Sharing::Joined, true, openQueries},
        StoreRow{"acknowledgements", "acknowledgements.json", Damage::SetAside, Sharing::Joined, true,
                 openAcknowledgements},
        StoreRow{"imports", "imports.json", Damage::SetAside, Sharing::Joined, true, openImports},
        StoreRow{"window", "window.json", Damage::Replaced, Sharing::LastWins, false, openWindowState},
        StoreRow{"drafts", "drafts/plan-*.json", Damage::Stays, Sharing::Joined, false, openDrafts},
        StoreRow{"template", "plan-template.json", Damage::Replaced, Sharing::LastWins, false, openTemplate},
        StoreRow{"journal", "changes.sqlite", Damage::SetAside, Sharing::SecondIsTold, false, openJournal},
    };
    return rows;
}
