#include "ui/pages/auth/token_panel.h"

#include "ui/pages/auth/exchange_text.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/time_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::auth {

using Kind = ui::KeyValueList::ValueKind;

namespace {
/// Enough to tell two tokens apart.
QString shortened(const QString &token) {
    return token.size() <= 28 ? token : token.left(12) + QStringLiteral("…") + token.right(8);
}

QString validityWord(bool valid) {
    return valid ? TokenPanel::tr("Valid") : TokenPanel::tr("Expired");
}

ui::Pill validity(Instant expiresAt, Instant now) {
    const bool valid = expiresAt > now;
    return {valid ? ui::Tone::Success : ui::Tone::Neutral, validityWord(valid)};
}

QString secondsText(const QJsonValue &value) {
    const auto seconds = static_cast<qint64>(value.toDouble());
    return seconds > 0 ? ui::dateAndTime(fromMs(seconds * 1000)) : QString();
}

QLabel *jsonBlock(const QString &name, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(ui::monospaceFont(ui::TextSize::Small));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::AlternateBase);
    label->setMargin(10);
    label->setWordWrap(true);
    return label;
}
} // namespace

TokenPanel::TokenPanel(LabFlow &flow, QWidget *parent)
    : QScrollArea(parent)
    , m_flow(flow)
    , m_hint(new QLabel) {
    setObjectName(QStringLiteral("tokenPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    inside->setProperty("ui", "content");
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 16, 24, 16);
    column->setSpacing(16);
    m_hint->setProperty("ui", "muted");
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    setWidget(inside);
    m_access = addCard(QStringLiteral("access"));
    m_refresh = addCard(QStringLiteral("refresh"));
    m_tmp = addCard(QStringLiteral("tmp"));
    column->addStretch();

    auto *access = qobject_cast<QVBoxLayout *>(m_access.frame->layout());
    m_life = new QProgressBar(m_access.frame);
    m_life->setTextVisible(false);
    m_life->setRange(0, 1000);
    access->insertWidget(1, m_life);
    m_headerHeading = new QLabel(m_access.frame);
    m_claimsHeading = new QLabel(m_access.frame);
    m_headerHeading->setProperty("ui", "section");
    m_claimsHeading->setProperty("ui", "section");
    m_header = jsonBlock(QStringLiteral("accessHeader"), m_access.frame);
    m_claims = jsonBlock(QStringLiteral("accessClaims"), m_access.frame);
    for (QLabel *label : {m_headerHeading, m_header, m_claimsHeading, m_claims})
        access->addWidget(label);
    connect(m_tmp.copy, &QPushButton::clicked, this, [this] { Q_EMIT copied(m_flow.tmpToken()->token); });
    connect(m_access.copy, &QPushButton::clicked, this, [this] { Q_EMIT copied(m_flow.grant()->accessToken); });
    connect(m_refresh.copy, &QPushButton::clicked, this, [this] { Q_EMIT copied(m_flow.grant()->refreshToken); });
    present();
}

TokenPanel::Card TokenPanel::addCard(const QString &name) {
    Card card;
    card.frame = new QFrame(widget());
    card.frame->setObjectName(name + QStringLiteral("Token"));
    card.frame->setProperty("ui", "card-frame");
    auto *column = new QVBoxLayout(card.frame);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    card.title = new QLabel(card.frame);
    card.title->setProperty("ui", "heading");
    card.pill = new ui::StatusPill(card.frame);
    card.copy = new QPushButton(card.frame);
    card.copy->setObjectName(name + QStringLiteral("Copy"));
    card.copy->setProperty("ui", "link");
    row->addWidget(card.title);
    row->addWidget(card.pill);
    row->addStretch();
    row->addWidget(card.copy);
    column->addLayout(row);
    card.facts = new ui::KeyValueList(card.frame);
    column->addWidget(card.facts);
    qobject_cast<QVBoxLayout *>(widget()->layout())->addWidget(card.frame);
    return card;
}

void TokenPanel::present() {
    const bool any = m_flow.tmpToken() || m_flow.grant();
    m_hint->setVisible(!any);
    m_hint->setText(tr("The tokens appear here, decoded, as the phone reaches them."));
    setAccessibleName(tr("Tokens, decoded"));
    m_tmp.frame->setVisible(m_flow.tmpToken().has_value());
    m_access.frame->setVisible(m_flow.grant().has_value());
    m_refresh.frame->setVisible(m_flow.grant().has_value());
    for (const Card &card : {m_tmp, m_access, m_refresh})
        card.copy->setText(tr("Copy"));
    presentTmp();
    presentAccess();
    presentRefresh();
    tick();
}

void TokenPanel::presentTmp() {
    if (!m_flow.tmpToken())
        return;
    const auto &token = *m_flow.tmpToken();
    m_tmp.title->setText(tr("Tmp token"));
    m_tmp.copy->setAccessibleName(tr("Copy the tmp token"));
    m_tmp.facts->set(QStringLiteral("token"), tr("Token"), shortened(token.token), Kind::Monospace);
    m_tmp.facts->set(QStringLiteral("next"), tr("Grants"), token.next, Kind::Monospace);
    m_tmp.facts->set(QStringLiteral("use"), tr("Use"), m_flow.grant() ? tr("Once; it has been used") : tr("Once"));
    m_tmp.facts->set(QStringLiteral("expires"), tr("Expires"), ui::dateAndTime(token.expiresAt));
}

void TokenPanel::presentAccess() {
    if (!m_flow.grant())
        return;
    m_access.title->setText(tr("Access token"));
    m_access.copy->setAccessibleName(tr("Copy the access token"));
    m_headerHeading->setText(tr("Header"));
    m_claimsHeading->setText(tr("Claims"));
    const auto jwt = wemo::auth::decodeJwt(m_flow.grant()->accessToken);
    const auto json = [](const QJsonObject &object) {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
    };
    m_header->setText(jwt ? json(jwt->header) : tr("This is no JWT."));
    m_claims->setText(jwt ? json(jwt->claims) : m_flow.grant()->accessToken);
    m_access.facts->set(QStringLiteral("issued"), tr("Issued (iat)"),
                        jwt ? secondsText(jwt->claims.value(QStringLiteral("iat"))) : QString());
    m_access.facts->set(QStringLiteral("expires"), tr("Expires (exp)"),
                        ui::dateAndTime(m_flow.grant()->accessExpiresAt));
}

void TokenPanel::presentRefresh() {
    if (!m_flow.grant())
        return;
    m_refresh.title->setText(tr("Refresh token"));
    m_refresh.copy->setAccessibleName(tr("Copy the refresh token"));
    m_refresh.facts->set(QStringLiteral("token"), tr("Token"), shortened(m_flow.grant()->refreshToken),
                         Kind::Monospace);
    m_refresh.facts->set(QStringLiteral("expires"), tr("Expires"), ui::dateAndTime(m_flow.grant()->refreshExpiresAt));
    m_refresh.pill->setPill(validity(m_flow.grant()->refreshExpiresAt, m_flow.now()));
}

void TokenPanel::tick() {
    const Instant now = m_flow.now();
    if (m_flow.tmpToken())
        m_tmp.pill->setPill(m_flow.grant() ? ui::Pill{ui::Tone::Neutral, tr("Used")}
                                           : validity(m_flow.tmpToken()->expiresAt, now));
    if (!m_flow.grant())
        return;
    m_access.pill->setPill(validity(m_flow.grant()->accessExpiresAt, now));
    const Milliseconds left = std::max(Milliseconds(0), m_flow.grant()->accessExpiresAt - now);
    m_access.facts->set(QStringLiteral("left"), tr("Remaining"), ui::remainingText(left));
    const auto jwt = wemo::auth::decodeJwt(m_flow.grant()->accessToken);
    const double whole =
        jwt ? jwt->claims.value(QStringLiteral("exp")).toDouble() - jwt->claims.value(QStringLiteral("iat")).toDouble()
            : 900.0;
    m_life->setValue(whole > 0 ? static_cast<int>(static_cast<double>(left.count()) / whole) : 0);
    m_life->setAccessibleName(tr("Remaining life: %1").arg(ui::remainingText(left)));
}

} // namespace wemo::pages::auth
