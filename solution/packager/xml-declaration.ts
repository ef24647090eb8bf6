/** First line of every XML file that the packager writes. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
