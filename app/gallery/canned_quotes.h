#pragma once
#include "app/gallery/canned_network.h"
#include "models/pricing/book.h"

namespace wemo::gallery {

/// What quotes are made of: a book whose configs have their config, and the words for zones.
struct CannedTariffs {
    const wemo::pricing::TimelineBook &book;
    const QList<wemo::pricing::CatalogEntry> &catalog;
};

/// POST /api/v1/quotes and /api/v1/quotes/verify, priced by the real engine. A ride that crosses a change goes by its
/// start, whatever its plan says. Nothing for other routes.
std::optional<CannedAnswer> answerQuote(const CannedRequest &request, const CannedTariffs &tariffs);

} // namespace wemo::gallery
