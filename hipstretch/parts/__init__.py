"""What the composition root puts together: groups of objects, each made when it is first needed."""
