import * as fc from 'fast-check'

/** That a property fails is enough to notice a mutant; the smallest case that shows it would take most of the time. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
