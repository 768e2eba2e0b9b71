#pragma once
#include <QString>

namespace wemo::pages::sms {

/// What somebody typed into the one search field of the log.
enum class SearchKind { Number, Message, Batch, Request };

/// A guess by its shape: digits and what people put between them are a phone number however it is written, very many
/// digits a message's id; the gateways' batch ids are GUIDs (EVERY8D) or begin with # or $ (Mitake); other words are
/// request ids. Empty text is a Number.
SearchKind searchKindOf(const QString &typed);

} // namespace wemo::pages::sms
