// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filetrouble.h"

using namespace Qt::StringLiterals;

void sayFileTrouble(Notices &notices, const ProfileTrouble &trouble)
{
    const bool isAboutSaving =
        trouble.kind == ProfileTroubleKind::NotSaved || trouble.kind == ProfileTroubleKind::InUse;
    notices.say(isAboutSaving ? u"saving"_s : u"file "_s + trouble.file,
                {.text = {.kind = BannerKind::Warning, .what = trouble.what(), .rest = trouble.advice()}});
}
