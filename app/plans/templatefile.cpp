// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/templatefile.h"

#include "app/base/visibletext.h"
#include "app/plans/plantemplate.h"
#include "app/settings/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace {

struct TemplateFileWords
{
    Q_DECLARE_TR_FUNCTIONS(TemplateFile)
};

QString shortName(const QString &path)
{
    return visibleText(QFileInfo(path).fileName());
}

} // namespace

tl::expected<PlanDraft, QString> readTemplateFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(TemplateFileWords::tr("%1 cannot be read.").arg(shortName(path)));
    tl::expected<PlanDraft, QString> draft = readDraft(file.read(mostDraftBytes + 1));
    if (draft) {
        draft->company = {};
        draft->devices.clear();
        draft->groups.clear();
        draft->name.clear();
    }
    return draft;
}

QString writeTemplateFile(const QString &path, const PlanDraft &draft)
{
    const QString refusal = writeWholeFile(path, draftFile(draft, DraftParts::WithoutTargets));
    if (refusal.isEmpty())
        return {};
    return TemplateFileWords::tr("%1 could not be saved (%2). Choose another folder.")
        .arg(shortName(path), visibleText(refusal));
}
