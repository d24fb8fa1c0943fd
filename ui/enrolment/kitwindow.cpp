// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitwindow.h"

#include "ui/enrolment/companychooser.h"
#include "ui/enrolment/kitdetails.h"
#include "ui/enrolment/kitmodel.h"
#include "ui/enrolment/kittexts.h"
#include "ui/enrolment/kitview.h"
#include "ui/enrolment/linkopener.h"
#include "ui/widgets/note.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(1440, 860);
constexpr int textsHeight = 264;
constexpr auto showPace = 50ms;
constexpr qsizetype askedUnbidden = 12; // companies whose links other options ask for by themselves

QLabel *makeLabel(const QString &name, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    setInk(label, ink);
    return label;
}

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false); // Enter copies the cell
    return button;
}

} // namespace

KitWindow::KitWindow(const Setup &setup, const Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Window), m_theme(theme), m_asker(setup.asker),
      m_matrix(new KitMatrix(setup.asker, this)), m_model(new KitModel(*m_matrix, this)),
      m_chooser(new CompanyChooser(theme, this)), m_view(new KitView(*m_model, theme, this)),
      m_details(new KitDetails(theme, this)), m_texts(new KitTexts(setup.templates, theme, this)),
      m_opener(new LinkOpener(this, setup.launch)), m_title(new QLabel(tr("Setup kit"), this)),
      m_count(makeLabel(u"kitCount"_s, Ink::Text2, this)), m_ask(makeButton(u"askKits"_s, {}, this)),
      m_askAll(makeButton(u"askAllKits"_s, tr("All combinations"), this)),
      m_copyAll(makeButton(u"copyAllKits"_s, tr("Copy all"), this)),
      m_export(makeButton(u"exportKits"_s, tr("CSV for an RMM…"), this)),
      m_private(new QCheckBox(tr("Private encryption"), this)),
      m_full(new QCheckBox(tr("Full client"), this)),
      m_progressText(makeLabel(u"kitProgressText"_s, Ink::Text2, this)),
      m_progress(new ProgressLine(theme, this)), m_cancel(makeButton(u"cancelKits"_s, tr("Cancel"), this)),
      m_note(new Note(Note::Kind::Warning, theme, this)), m_asOf(makeLabel(u"kitAsOf"_s, Ink::Text2, this)),
      m_said(makeLabel(u"kitSaid"_s, Ink::Text2, this))
{
    setObjectName(u"setupKitWindow"_s);
    setWindowTitle(tr("Setup kit"));
    auto *across = new QSplitter(this);
    across->setObjectName(u"kitSplitter"_s);
    across->setChildrenCollapsible(false);
    across->addWidget(m_chooser);
    across->addWidget(makeMiddle(theme));
    across->addWidget(m_details);
    across->setStretchFactor(1, 1);
    across->setSizes({220, firstSize.width() - 220 - 300, 300});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(across);
    resize(firstSize);
    connectParts();
    showState();
    showCell();
}

QWidget *KitWindow::makeMiddle(const Theme &theme)
{
    auto *top = new QWidget(this);
    auto *noteRow = new QHBoxLayout;
    noteRow->setContentsMargins(16, 0, 16, 4);
    noteRow->addWidget(m_note);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(makeHead(theme));
    column->addLayout(makeOptions(theme));
    column->addLayout(noteRow);
    column->addWidget(m_view, 1);

    auto *bottom = new QWidget(this);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 16, 8);
    foot->setSpacing(16);
    foot->addWidget(m_asOf);
    foot->addWidget(m_said, 1);
    auto *below = new QVBoxLayout(bottom);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(makeRule(bottom));
    below->addWidget(m_texts, 1);
    below->addWidget(makeRule(bottom));
    below->addLayout(foot);

    auto *middle = new QSplitter(Qt::Vertical, this);
    middle->setObjectName(u"kitMiddle"_s);
    middle->setChildrenCollapsible(false);
    middle->addWidget(top);
    middle->addWidget(bottom);
    middle->setStretchFactor(0, 1);
    middle->setSizes({firstSize.height() - textsHeight, textsHeight});
    return middle;
}

QHBoxLayout *KitWindow::makeHead(const Theme &theme)
{
    m_title->setObjectName(u"kitTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(theme.font(TextStyle::Page));
    setKind(m_ask, ButtonKind::Main);
    m_askAll->setAccessibleName(tr("Get the links for every combination of the two options"));
    setLeadingIcon(m_copyAll, glyphIcon(theme, Glyph::Copy));
    setLeadingIcon(m_export, glyphIcon(theme, Glyph::Table));
    m_copyAll->setToolTip(tr("Copy every link and configuration ID that is shown, as a table"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_count, 1);
    for (QPushButton *button : {m_ask, m_askAll, m_copyAll, m_export})
        row->addWidget(button);
    return row;
}

QHBoxLayout *KitWindow::makeOptions(const Theme &theme)
{
    Q_UNUSED(theme)
    m_private->setObjectName(u"kitPrivateEncryption"_s);
    m_private->setAccessibleName(tr("With private encryption"));
    m_private->setToolTip(tr("The device’s user sets a key that IDrive does not keep."));
    m_full->setObjectName(u"kitFullClient"_s);
    m_full->setAccessibleName(tr("With the full client"));
    m_full->setToolTip(tr("The device’s user gets all features of the IDrive client."));
    m_progress->setObjectName(u"kitProgress"_s);
    m_progress->setAccessibleName(tr("How many links were answered"));
    setSmall(m_cancel);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 4);
    row->setSpacing(16);
    row->addWidget(m_private);
    row->addWidget(m_full);
    row->addStretch(1);
    row->addWidget(m_progressText);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    return row;
}

void KitWindow::connectParts()
{
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(showPace);
    connect(&m_showSoon, &QTimer::timeout, this, &KitWindow::showState);
    auto *minute = new QTimer(this); // ages move on
    minute->start(1min);
    connect(minute, &QTimer::timeout, this, &KitWindow::showState);
    connect(m_chooser, &CompanyChooser::chosenChanged, this, &KitWindow::takeCompanies);
    connect(m_matrix, &KitMatrix::progressed, &m_showSoon, [this] {
        if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(m_matrix, &KitMatrix::companiesChanged, this, &KitWindow::showCell);
    connect(m_matrix, &KitMatrix::cellChanged, this, [this](const KitPlace &place) {
        if (place.company == m_view->currentIndex().row())
            showCell();
    });
    connect(m_private, &QCheckBox::toggled, this, &KitWindow::takeOptions);
    connect(m_full, &QCheckBox::toggled, this, &KitWindow::takeOptions);
    connect(m_ask, &QPushButton::clicked, this, &KitWindow::askShown);
    connect(m_askAll, &QPushButton::clicked, this, &KitWindow::askAll);
    connect(m_cancel, &QPushButton::clicked, m_matrix, &KitMatrix::cancel);
    connect(m_copyAll, &QPushButton::clicked, this, &KitWindow::copyAll);
    connect(m_export, &QPushButton::clicked, this, &KitWindow::exportKits);
    connect(m_view, &KitView::currentCellChanged, this, &KitWindow::showCell);
    connect(m_view, &KitView::copyRequested, this, &KitWindow::copyCell);
    connect(m_view, &KitView::columnCopyRequested, this, &KitWindow::copyColumn);
    connect(m_details, &KitDetails::linkCopyRequested, this, [this] {
        copyCell(m_model->index(m_view->currentIndex().row(), KitModel::columnOf(currentSystem())));
    });
    connect(m_details, &KitDetails::idCopyRequested, this,
            [this] { copyCell(m_model->index(m_view->currentIndex().row(), KitModel::IdColumn)); });
    connect(m_details, &KitDetails::openRequested, this, &KitWindow::openCurrent);
    connect(m_opener, &LinkOpener::said, this, &KitWindow::say);
    connect(m_texts, &KitTexts::templatesChanged, this, &KitWindow::templatesChanged);
    connect(m_texts, &KitTexts::copyRequested, this, &KitWindow::copy);
    connect(m_texts, &KitTexts::allRequested, this, &KitWindow::copyTextForAll);
    connect(&m_theme, &Theme::changed, this, [this] { m_title->setFont(m_theme.font(TextStyle::Page)); });
}

SetupOptions KitWindow::options() const
{
    return {.privateEncryption = m_private->isChecked(), .fullClient = m_full->isChecked()};
}

void KitWindow::setCompanies(const QList<KitCompany> &companies)
{
    m_chooser->setCompanies(companies);
}

void KitWindow::open(const QSet<CompanyKey> &companies)
{
    m_chooser->choose(companies);
    show();
    raise();
    activateWindow();
    if (m_matrix->companyCount() == 1)
        askShown();
    if (m_matrix->companyCount() > 0) {
        m_view->setCurrentIndex(m_model->index(0, KitModel::FirstSystem));
        m_view->setFocus();
    }
}

void KitWindow::takeCompanies()
{
    m_matrix->setCompanies(m_chooser->chosen());
    m_texts->setCompanyCount(m_matrix->companyCount());
    showState();
}

void KitWindow::takeOptions()
{
    const KitCounts before = m_matrix->counts(m_model->options());
    m_model->setOptions(options());
    // who looks at the links wants those with the other options
    if (before.ready + before.underWay > 0 && m_matrix->companyCount() <= askedUnbidden)
        m_matrix->ask({options()});
    showState();
    showCell();
}

void KitWindow::askShown()
{
    const KitCounts counts = m_matrix->counts(options());
    m_matrix->ask({options()}, counts.ready == counts.total);
}

void KitWindow::askAll()
{
    m_matrix->ask({allSetupOptions.begin(), allSetupOptions.end()});
}
