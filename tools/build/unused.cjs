// Stands in for packages that the provider never calls; see main.mjs.
module.exports = {};
